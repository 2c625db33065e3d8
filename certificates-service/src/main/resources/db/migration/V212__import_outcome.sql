-- What became of a row, as it is counted: rows are worked off apart from how far their import is.
alter table legacy_import_row add column outcome text;
