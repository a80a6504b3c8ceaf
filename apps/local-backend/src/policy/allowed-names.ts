import { lowerCasedNames } from './lower-cased-names.ts';

/**
 * Table functions that compute rows and open nothing. Not `values`, `null` and `generateRandom`: their first argument is a
 * text with columns, which may have expressions.
 */
export const ALLOWED_TABLE_FUNCTIONS: ReadonlySet<string> = lowerCasedNames(`
  generateSeries generate_series numbers numbers_mt primes SQLStandardValues view zeros zeros_mt
`);

/** Databases that can be read. The engine's own `default` reads any file of this machine by its path. */
export const ALLOWED_DATABASES: ReadonlySet<string> = new Set([
  'otel',
  'information_schema',
  'INFORMATION_SCHEMA',
]);

/** Tables of the database `system` that say something about the data, the engine or SQL. */
export const ALLOWED_SYSTEM_TABLES: ReadonlySet<string> = lowerCasedNames(`
  aggregate_function_combinators asynchronous_metrics build_options collations columns data_skipping_indices
  data_type_families databases errors events formats functions keywords licenses merge_tree_settings merges metrics
  mutations numbers numbers_mt one parts parts_columns processes projections settings table_engines table_functions
  tables time_zones zeros zeros_mt
`);

/** Formats of answers. Not listed, so not allowed: formats that take a template or a schema from a file. */
export const ALLOWED_OUTPUT_FORMATS: ReadonlySet<string> = lowerCasedNames(`
  Arrow ArrowStream BSONEachRow CSV CSVWithNames CSVWithNamesAndTypes JSON JSONColumns JSONColumnsWithMetadata
  JSONCompact JSONCompactColumns JSONCompactEachRow JSONCompactEachRowWithNames JSONCompactEachRowWithNamesAndTypes
  JSONCompactEachRowWithProgress JSONCompactStrings JSONCompactStringsEachRow JSONCompactStringsEachRowWithNames
  JSONCompactStringsEachRowWithNamesAndTypes JSONEachRow JSONEachRowWithProgress JSONL JSONLines JSONObjectEachRow
  JSONStrings JSONStringsEachRow JSONStringsEachRowWithProgress LineAsString Markdown MD MsgPack Native NDJSON Null ORC
  Parquet Pretty PrettyCompact PrettyCompactMonoBlock PrettyCompactNoEscapes PrettyCompactNoEscapesMonoBlock
  PrettyJSONEachRow PrettyJSONLines PrettyMonoBlock PrettyNDJSON PrettyNoEscapes PrettyNoEscapesMonoBlock PrettySpace
  PrettySpaceMonoBlock PrettySpaceNoEscapes PrettySpaceNoEscapesMonoBlock Raw RawBLOB RawWithNames
  RawWithNamesAndTypes RowBinary RowBinaryWithNames RowBinaryWithNamesAndTypes SQLInsert TabSeparated TabSeparatedRaw
  TabSeparatedRawWithNames TabSeparatedRawWithNamesAndTypes TabSeparatedWithNames TabSeparatedWithNamesAndTypes TSKV
  TSV TSVRaw TSVRawWithNames TSVRawWithNamesAndTypes TSVWithNames TSVWithNamesAndTypes Values Vertical XML
`);

/** Formats of inserted data. Each holds values alone: `VALUES` holds expressions, so it is not allowed. */
export const ALLOWED_INPUT_FORMATS: ReadonlySet<string> = lowerCasedNames(`
  BSONEachRow CSV CSVWithNames CSVWithNamesAndTypes JSONCompactEachRow JSONCompactEachRowWithNames
  JSONCompactEachRowWithNamesAndTypes JSONCompactStringsEachRow JSONCompactStringsEachRowWithNames
  JSONCompactStringsEachRowWithNamesAndTypes JSONEachRow JSONL JSONLines JSONStringsEachRow MsgPack Native NDJSON
  RowBinary RowBinaryWithDefaults RowBinaryWithNames RowBinaryWithNamesAndTypes TabSeparated TabSeparatedRaw
  TabSeparatedWithNames TabSeparatedWithNamesAndTypes TSKV TSV TSVRaw TSVWithNames TSVWithNamesAndTypes
`);
