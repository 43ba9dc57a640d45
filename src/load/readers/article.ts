import type { Element, Nodes, Root } from 'hast';
import { isHidden, isUnseen, stringOf } from '../blocks/elementKinds.js';
import { countCharacters } from '../characters.js';
import { bodyOf, elementsOf, textOf, walk } from './pageNodes.js';

/** What of a page is the article, and what is the page around it. */
export interface Article {
  /** The page's body. */
  body: Element | Root;
  /** Parts of the body that are not the article, in the order of the page. */
  furniture: Set<Nodes>;
  /** Whether the article has a heading of its own. */
  hasHeading: boolean;
}

/** Elements that can hold a whole article. */
const containers = new Set('body div section article main td tr tbody table center form span font'.split(' '));
/** Elements that never belong to an article. */
const furnitureTags = new Set('nav aside footer button select textarea input datalist'.split(' '));
const furnitureRoles = /^(?:navigation|banner|contentinfo|search|complementary|menu|menubar|toolbar)$/;
/** Names that sites give to what stands around an article, and to the article itself. */
const furnitureNames =
  /^(?:nav|navbar|menu|breadcrumbs?|crumbs?|share|bdshare\w*|sidebar|footer|copyright|related|recommend|comments?|pagination|qrcode|advert\w*|dqwz|position)$/;
const articleNames =
  /^(?:article|articlebody|content|contents|main|zoom|trs_editor|trs-editor|rich_media_content|js_content|articlecontent|article-content|article_content|news_content|newscontent|view|txt|textbox|pages_content|ucap-content)$/;
const titleNames = /^(?:title|headline|biaoti|bt|arttitle|articletitle|article-title|article_title|tit)$/;
/** Lines beside an article that belong to it: where it comes from, who wrote and edited it. */
const belongs = /来源|作者|记者|通讯员|责任?编辑|责编|编辑|校对|审核|监制|发布时间|發布時間|日期/;

/** Of all prose so much must lie in the article: a summary in a side column may take the rest. */
const MOST = 0.85;
/** A part with a name that articles have may hold less. */
const ENOUGH = 0.6;
/** Longer lines than this are no credits. */
const CREDIT = 200;

/** Longer parts are no navigation, whatever links are in them. */
const NAVIGATION = 1000;
const whereabouts = /(?:当前|您的|所在|现在)(?:的)?位置|^\s*(?:网站)?首页/;
/** Links that belong to speeches: they lead to the whole text. */
const moreLinks = /详情|詳情|详细|详见|全文|更多/;

interface Weight {
  /** Characters that a reader sees, and those of them in links. */
  seen: number;
  linked: number;
  /** Characters outside links, marks of sentences counting more: menus have none. */
  prose: number;
}

/**
 * Finds the article in a page: the smallest part that holds nearly all its prose, with the heading above it and
 * the credits beside it.
 */
export function findArticle(page: Root): Article {
  const body = bodyOf(page);
  const reader = new ArticleFinder(body);
  return reader.find();
}

class ArticleFinder {
  private readonly weights = new Map<Nodes, Weight>();
  private readonly parents = new Map<Nodes, Element | Root>();
  private readonly furniture = new Set<Nodes>();

  constructor(private readonly body: Element | Root) {
    this.weigh(body, false);
  }

  find(): Article {
    const container = this.container();
    const inside = headingsIn(container);
    const heading = inside.length > 0 ? null : this.headingBefore(container);
    this.leaveOut(container, heading);
    this.leaveOutNamed(container, this.weightOf(container).prose);
    return { body: this.body, furniture: this.furniture, hasHeading: inside.length > 0 || heading !== null };
  }

  private weigh(node: Nodes, inLink: boolean): Weight {
    const weight = { seen: 0, linked: 0, prose: 0 };
    if (node.type === 'text') {
      weight.seen = countCharacters(node.value);
      if (inLink) weight.linked = weight.seen;
      else weight.prose = weight.seen + 5 * (node.value.match(/[。，、；：！？,;:!?]/g)?.length ?? 0);
    } else if ('children' in node && !(node.type === 'element' && (isUnseen(node) || isHidden(node)))) {
      const link = inLink || (node.type === 'element' && node.tagName === 'a');
      for (const child of node.children) {
        this.parents.set(child, node);
        const { seen, linked, prose } = this.weigh(child, link);
        weight.seen += seen;
        weight.linked += linked;
        weight.prose += prose;
      }
      if (node.type === 'element' && isFurniture(node)) weight.prose = 0;
    }
    this.weights.set(node, weight);
    return weight;
  }

  private weightOf(node: Nodes): Weight {
    return this.weights.get(node) ?? { seen: 0, linked: 0, prose: 0 };
  }

  private container(): Element | Root {
    const total = this.weightOf(this.body).prose;
    if (total === 0) return this.body;
    let container = this.body;
    for (let next: Element | undefined = undefined; ; container = next) {
      next = elementsOf(container).find(
        (child) => containers.has(child.tagName) && this.weightOf(child).prose >= total * MOST,
      );
      if (next === undefined) break;
    }
    return this.named(container, total) ?? container;
  }

  /** The outermost part below whose name says that it is the article. */
  private named(within: Element | Root, total: number): Element | undefined {
    for (const child of elementsOf(within)) {
      if (this.weightOf(child).prose < total * ENOUGH) continue;
      return hasName(child, articleNames) ? child : this.named(child, total);
    }
    return undefined;
  }

  /** The last heading before the article; the last of the highest rank, or a line that is called one. */
  private headingBefore(container: Element | Root): Element | null {
    const before: Element[] = [];
    for (const element of walk(this.body)) {
      if (element === container) break;
      before.push(element);
    }
    const around = new Set<Nodes>(this.pathOf(container));
    const usable = before.filter((element) => !around.has(element) && this.isHeadingText(element));
    for (const tagName of ['h1', 'h2', 'h3']) {
      const found = usable.findLast((element) => element.tagName === tagName);
      if (found !== undefined) return found;
    }
    return usable.findLast((element) => hasName(element, titleNames)) ?? null;
  }

  private isHeadingText(element: Element): boolean {
    const { seen, linked } = this.weightOf(element);
    if (seen < 2 || seen > 100 || linked * 2 > seen) return false;
    return this.pathOf(element).every((around) => around.type === 'root' || !isFurniture(around));
  }

  /** Everything beside the way from the body to the article goes, but for its heading and credits. */
  private leaveOut(container: Element | Root, heading: Element | null): void {
    const path = this.pathOf(container);
    const headingPath = new Set<Nodes>(heading === null ? [] : this.pathOf(heading));
    for (const [index, around] of path.slice(0, -1).entries()) {
      const way = path[index + 1];
      let afterHeading = false;
      let beforeWay = true;
      for (const child of around.children) {
        if (child === way) beforeWay = false;
        else if (headingPath.has(child)) {
          afterHeading = beforeWay;
          if (heading !== null) this.keepHeading(child, heading, headingPath);
        } else if (!this.isBeside(child, afterHeading && beforeWay)) this.furniture.add(child);
      }
    }
  }

  /** Keeps the heading in a part beside the article, and what stands after it in the same part. */
  private keepHeading(part: Nodes, heading: Element, path: Set<Nodes>): void {
    if (part === heading || !('children' in part)) return;
    let after = false;
    for (const child of part.children) {
      if (path.has(child)) {
        after = true;
        this.keepHeading(child, heading, path);
      } else if (!this.isBeside(child, after)) this.furniture.add(child);
    }
  }

  private isBeside(node: Nodes, betweenHeadingAndArticle: boolean): boolean {
    const { seen, linked } = this.weightOf(node);
    if (seen === 0) return true;
    if (seen > CREDIT || linked * 2 > seen || (node.type === 'element' && isFurniture(node))) return false;
    return betweenHeadingAndArticle || belongs.test(textOf(node));
  }

  /** Inside the article, navigation goes, and parts that are called furniture, unless much of the prose is in them. */
  private leaveOutNamed(container: Element | Root, total: number): void {
    for (const child of elementsOf(container)) {
      if (this.furniture.has(child)) continue;
      const isOnlyCalled = hasName(child, furnitureNames) && this.weightOf(child).prose * 4 < total;
      if (isFurniture(child) || isOnlyCalled || this.isNavigation(child)) this.furniture.add(child);
      else this.leaveOutNamed(child, total);
    }
  }

  /** A line that says where the page stands in the site, or several links to other pages. */
  private isNavigation(element: Element): boolean {
    const { seen, linked } = this.weightOf(element);
    if (linked === 0 || seen > NAVIGATION) return false;
    const text = textOf(element);
    if (seen <= CREDIT && whereabouts.test(text)) return true;
    const links = [...walk(element)].filter(({ tagName }) => tagName === 'a');
    const others = links.filter((link) => !stringOf(link, 'href').startsWith('#'));
    return others.length >= 2 && linked >= seen * 0.7 && !moreLinks.test(text);
  }

  /** The elements from the body to a node, both included. */
  private pathOf(node: Element | Root): (Element | Root)[] {
    const path = [node];
    for (let around = this.parents.get(node); around !== undefined; around = this.parents.get(around))
      path.unshift(around);
    return path;
  }
}

function headingsIn(container: Element | Root): Element[] {
  return [...walk(container)].filter(
    (element) => /^h[1-3]$/.test(element.tagName) && countCharacters(textOf(element)) > 0,
  );
}

function isFurniture(element: Element): boolean {
  return furnitureTags.has(element.tagName) || furnitureRoles.test(stringOf(element, 'role'));
}

function hasName(element: Element, names: RegExp): boolean {
  return [stringOf(element, 'id'), ...stringOf(element, 'className').split(' ')].some((name) =>
    names.test(name.toLowerCase()),
  );
}
