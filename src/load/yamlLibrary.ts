/**
 * The library's parts that we use, by name: esbuild gives a dynamic import of a CommonJS package nothing but
 * its default, and this module can be imported when a YAML file is met.
 */
export { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
