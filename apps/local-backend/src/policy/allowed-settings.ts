import { lowerCasedNames } from './lower-cased-names.ts';

/**
 * Settings that a request may change, one by one: they shape an answer or the reading of inserted values. Never add one
 * that names a file, a schema or a template, changes how statements are parsed, or drops rows.
 */
export const ALLOWED_SETTINGS: ReadonlySet<string> = lowerCasedNames(`
  date_time_input_format date_time_output_format do_not_merge_across_partitions_select_final final join_use_nulls
  max_block_size max_result_rows max_threads optimize_aggregation_in_order session_timezone use_skip_indexes_if_final
  use_skip_indexes_if_final_exact_mode

  format_csv_delimiter format_csv_null_representation format_tsv_null_representation output_format_csv_crlf_end_of_line
  output_format_csv_serialize_tuple_into_separate_columns output_format_tsv_crlf_end_of_line

  output_format_json_array_of_rows output_format_json_escape_forward_slashes output_format_json_map_as_array_of_tuples
  output_format_json_named_tuples_as_objects output_format_json_pretty_print output_format_json_quote_64bit_floats
  output_format_json_quote_64bit_integers output_format_json_quote_decimals output_format_json_quote_denormals
  output_format_json_skip_null_value_in_named_tuples output_format_json_validate_utf8

  output_format_binary_write_json_as_string output_format_decimal_trailing_zeros output_format_float_precision
  output_format_native_write_json_as_string output_format_write_statistics

  output_format_arrow_compression_method output_format_arrow_low_cardinality_as_dictionary
  output_format_arrow_string_as_string output_format_parquet_compression_method output_format_parquet_string_as_string

  output_format_markdown_escape_special_characters output_format_pretty_color output_format_pretty_grid_charset
  output_format_pretty_max_column_pad_width output_format_pretty_max_rows output_format_pretty_max_value_width
  output_format_pretty_multiline_fields output_format_pretty_row_numbers

  input_format_binary_read_json_as_string input_format_csv_empty_as_default input_format_defaults_for_omitted_fields
  input_format_force_null_for_omitted_fields input_format_import_nested_json input_format_json_empty_as_default
  input_format_json_map_as_array_of_tuples input_format_json_named_tuples_as_objects
  input_format_json_read_arrays_as_strings input_format_json_read_bools_as_numbers
  input_format_json_read_bools_as_strings input_format_json_read_numbers_as_strings
  input_format_json_read_objects_as_strings input_format_json_validate_types_from_metadata input_format_null_as_default
  input_format_skip_unknown_fields input_format_tsv_empty_as_default input_format_with_names_use_header
  input_format_with_types_use_header
`);

/**
 * Settings of every statement. `FINAL` costs a fraction with the first one, and no row of our tables ever changes its
 * partition. The second lets skip indexes work with `FINAL`: copies of a row have the same values, so none hides another.
 * A statement may repeat them: the read-only engine takes no other values.
 */
export const DEFAULT_SETTINGS = {
  do_not_merge_across_partitions_select_final: '1',
  use_skip_indexes_if_final_exact_mode: '0',
} as const;
