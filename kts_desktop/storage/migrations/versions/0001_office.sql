CREATE TABLE organisation (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_organisation_uid_length CHECK (length(uid) = 16),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  designation TEXT NOT NULL,
  short_name TEXT NOT NULL,
  body_type TEXT NOT NULL,
  state TEXT NOT NULL,
  district TEXT NOT NULL,
  country TEXT NOT NULL,
  population INTEGER,
  population_as_of TEXT,
  population_source TEXT NOT NULL,
  area_ha INTEGER,
  lat INTEGER,
  lon INTEGER,
  language TEXT NOT NULL,
  parent_id INTEGER,
  seat TEXT NOT NULL,
  budget_emergency INTEGER NOT NULL,
  remark TEXT NOT NULL,
  merged_into_id INTEGER,
  sort_key TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(name),'ß','ss'),'ẞ','ss'),'ł','l'),'Ł','l'),'ø','o'),'Ø','o'),'æ','ae'),'Æ','ae'),'œ','oe'),'Œ','oe'),'đ','d'),'Đ','d'),'ð','d'),'Ð','d'),'þ','th'),'Þ','th'),'ı','i'),'­',''),'ä','a'),'Ä','a'),'ö','o'),'Ö','o'),'ü','u'),'Ü','u'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ā','a'),'Ā','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ē','e'),'Ē','e'),'ě','e'),'Ě','e'),'ę','e'),'Ę','e'),'ğ','g'),'Ğ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ī','i'),'Ī','i'),'İ','i'),'ķ','k'),'Ķ','k'),'ĺ','l'),'Ĺ','l'),'ľ','l'),'Ľ','l'),'ļ','l'),'Ļ','l'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ñ','n'),'Ñ','n'),'ņ','n'),'Ņ','n'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ō','o'),'Ō','o'),'ő','o'),'Ő','o'),'ŕ','r'),'Ŕ','r'),'ř','r'),'Ř','r'),'ś','s'),'Ś','s'),'š','s'),'Š','s'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'ť','t'),'Ť','t'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ū','u'),'Ū','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ų','u'),'Ų','u'),'ý','y'),'Ý','y'),'ÿ','y'),'Ÿ','y'),'ź','z'),'Ź','z'),'ž','z'),'Ž','z'),'ż','z'),'Ż','z')) VIRTUAL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_organisation_uid UNIQUE (uid),
  CONSTRAINT fk_organisation_parent_id FOREIGN KEY(parent_id) REFERENCES organisation (id),
  CONSTRAINT fk_organisation_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES organisation (id)
)
 STRICT;

CREATE INDEX ix_organisation_name ON organisation (sort_key, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_organisation_population ON organisation (population, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_organisation_parent_id ON organisation (parent_id);

CREATE INDEX ix_organisation_state ON organisation (state, sort_key, id) WHERE deleted_at IS NULL;

CREATE TABLE attachment (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_attachment_uid_length CHECK (length(uid) = 16),
  owner_kind TEXT NOT NULL,
  owner BLOB NOT NULL,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  dated_on TEXT,
  remark TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_attachment_uid UNIQUE (uid)
)
 STRICT;

CREATE INDEX ix_attachment_sha256 ON attachment (sha256);

CREATE INDEX ix_attachment_owner ON attachment (owner) WHERE deleted_at IS NULL;

CREATE TABLE event_series (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_event_series_uid_length CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_event_series_uid UNIQUE (uid)
)
 STRICT;

CREATE TABLE change_set (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL,
  kind INTEGER NOT NULL,
  label TEXT NOT NULL,
  args TEXT,
  author INTEGER NOT NULL,
  at INTEGER NOT NULL,
  lo INTEGER,
  hi INTEGER,
  undoes INTEGER,
  undone_by INTEGER,
  final INTEGER DEFAULT '0' NOT NULL,
  rep INTEGER,
  rseq INTEGER,
  pkg BLOB,
  received_at INTEGER,
  CONSTRAINT uq_change_set_uid UNIQUE (uid)
)
 STRICT;

CREATE TABLE change (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  tx INTEGER NOT NULL,
  own INTEGER NOT NULL,
  tbl INTEGER NOT NULL,
  rec BLOB NOT NULL,
  op INTEGER NOT NULL,
  fld INTEGER,
  old ANY,
  new ANY
)
 STRICT;

CREATE INDEX change_rec ON change (rec, seq);

CREATE TABLE journal_ctx (
  k INTEGER NOT NULL CONSTRAINT ck_journal_ctx_one_row CHECK (k = 1),
  tx INTEGER,
  mode INTEGER NOT NULL,
  CONSTRAINT pk_journal_ctx PRIMARY KEY (k)
)
 STRICT;

CREATE TABLE draft (
  id INTEGER NOT NULL,
  form TEXT NOT NULL,
  record BLOB NOT NULL,
  content TEXT NOT NULL,
  at INTEGER NOT NULL,
  CONSTRAINT pk_draft PRIMARY KEY (id)
)
 STRICT;

CREATE UNIQUE INDEX ix_draft_record ON draft (form, record);

CREATE TABLE term_cache (
  kind TEXT NOT NULL,
  terms TEXT NOT NULL,
  at INTEGER NOT NULL,
  CONSTRAINT pk_term_cache PRIMARY KEY (kind)
)
 STRICT;

CREATE TABLE meta (
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_meta PRIMARY KEY ("key")
)
 STRICT;

CREATE TABLE record_link (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_record_link_uid_length CHECK (length(uid) = 16),
  left_kind TEXT NOT NULL,
  "left" BLOB NOT NULL,
  right_kind TEXT NOT NULL,
  "right" BLOB NOT NULL,
  relation TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_record_link_uid UNIQUE (uid)
)
 STRICT;

CREATE INDEX ix_record_link_left ON record_link ("left") WHERE deleted_at IS NULL;

CREATE INDEX ix_record_link_right ON record_link ("right") WHERE deleted_at IS NULL;

CREATE TABLE tagging (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_tagging_uid_length CHECK (length(uid) = 16),
  owner_kind TEXT NOT NULL,
  owner BLOB NOT NULL,
  list_key TEXT NOT NULL,
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_tagging_uid UNIQUE (uid)
)
 STRICT;

CREATE INDEX ix_tagging_owner ON tagging (owner, list_key) WHERE deleted_at IS NULL;

CREATE INDEX ix_tagging_code ON tagging (list_key, code, owner_kind) WHERE deleted_at IS NULL;

CREATE TABLE network (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_network_uid_length CHECK (length(uid) = 16),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  remark TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_network_uid UNIQUE (uid)
)
 STRICT;

CREATE TABLE pack_recipe (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_pack_recipe_uid_length CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  paper TEXT NOT NULL,
  language TEXT NOT NULL,
  redaction TEXT NOT NULL,
  large_print INTEGER NOT NULL,
  note_lines INTEGER NOT NULL,
  months_back INTEGER NOT NULL,
  confidentiality TEXT NOT NULL,
  is_personal INTEGER NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_pack_recipe_uid UNIQUE (uid)
)
 STRICT;

CREATE TABLE person (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_person_uid_length CHECK (length(uid) = 16),
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  salutation TEXT NOT NULL,
  degree TEXT NOT NULL,
  name_prefix TEXT NOT NULL,
  name_suffix TEXT NOT NULL,
  office_title TEXT NOT NULL,
  letter_salutation TEXT NOT NULL,
  language TEXT NOT NULL,
  pronouns TEXT NOT NULL,
  photo_sha256 BLOB,
  informed_on TEXT,
  restricted_at INTEGER,
  merged_into_id INTEGER,
  remark TEXT NOT NULL,
  sort_key TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(family_name || ' ' || given_name),'ß','ss'),'ẞ','ss'),'ł','l'),'Ł','l'),'ø','o'),'Ø','o'),'æ','ae'),'Æ','ae'),'œ','oe'),'Œ','oe'),'đ','d'),'Đ','d'),'ð','d'),'Ð','d'),'þ','th'),'Þ','th'),'ı','i'),'­',''),'ä','ae'),'Ä','ae'),'ö','oe'),'Ö','oe'),'ü','ue'),'Ü','ue'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ā','a'),'Ā','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ē','e'),'Ē','e'),'ě','e'),'Ě','e'),'ę','e'),'Ę','e'),'ğ','g'),'Ğ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ī','i'),'Ī','i'),'İ','i'),'ķ','k'),'Ķ','k'),'ĺ','l'),'Ĺ','l'),'ľ','l'),'Ľ','l'),'ļ','l'),'Ļ','l'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ñ','n'),'Ñ','n'),'ņ','n'),'Ņ','n'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ō','o'),'Ō','o'),'ő','o'),'Ő','o'),'ŕ','r'),'Ŕ','r'),'ř','r'),'Ř','r'),'ś','s'),'Ś','s'),'š','s'),'Š','s'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'ť','t'),'Ť','t'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ū','u'),'Ū','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ų','u'),'Ų','u'),'ý','y'),'Ý','y'),'ÿ','y'),'Ÿ','y'),'ź','z'),'Ź','z'),'ž','z'),'Ž','z'),'ż','z'),'Ż','z')) VIRTUAL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_person_uid UNIQUE (uid),
  CONSTRAINT fk_person_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES person (id)
)
 STRICT;

CREATE INDEX ix_person_merged_into_id ON person (merged_into_id);

CREATE INDEX ix_person_updated ON person (updated_at, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_person_name ON person (sort_key, id) WHERE deleted_at IS NULL;

CREATE TABLE programme (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_programme_uid_length CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  funder TEXT NOT NULL,
  volume_cents INTEGER,
  currency TEXT NOT NULL,
  remark TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_programme_uid UNIQUE (uid)
)
 STRICT;

CREATE TABLE register_entry (
  id INTEGER NOT NULL,
  level TEXT NOT NULL,
  ags TEXT NOT NULL,
  ars TEXT NOT NULL,
  name TEXT NOT NULL,
  designation TEXT NOT NULL,
  body_type TEXT NOT NULL,
  state TEXT NOT NULL,
  district_ags TEXT NOT NULL,
  district TEXT NOT NULL,
  population INTEGER,
  population_as_of TEXT,
  population_source TEXT NOT NULL,
  area_ha INTEGER,
  postcode TEXT NOT NULL,
  lat INTEGER,
  lon INTEGER,
  position_is_exact INTEGER NOT NULL,
  sort_key TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(name),'ß','ss'),'ẞ','ss'),'ł','l'),'Ł','l'),'ø','o'),'Ø','o'),'æ','ae'),'Æ','ae'),'œ','oe'),'Œ','oe'),'đ','d'),'Đ','d'),'ð','d'),'Ð','d'),'þ','th'),'Þ','th'),'ı','i'),'­',''),'ä','a'),'Ä','a'),'ö','o'),'Ö','o'),'ü','u'),'Ü','u'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ā','a'),'Ā','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ē','e'),'Ē','e'),'ě','e'),'Ě','e'),'ę','e'),'Ę','e'),'ğ','g'),'Ğ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ī','i'),'Ī','i'),'İ','i'),'ķ','k'),'Ķ','k'),'ĺ','l'),'Ĺ','l'),'ľ','l'),'Ľ','l'),'ļ','l'),'Ļ','l'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ñ','n'),'Ñ','n'),'ņ','n'),'Ņ','n'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ō','o'),'Ō','o'),'ő','o'),'Ő','o'),'ŕ','r'),'Ŕ','r'),'ř','r'),'Ř','r'),'ś','s'),'Ś','s'),'š','s'),'Š','s'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'ť','t'),'Ť','t'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ū','u'),'Ū','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ų','u'),'Ų','u'),'ý','y'),'Ý','y'),'ÿ','y'),'Ÿ','y'),'ź','z'),'Ź','z'),'ž','z'),'Ž','z'),'ż','z'),'Ż','z')) VIRTUAL,
  CONSTRAINT pk_register_entry PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_register_entry_name ON register_entry (sort_key, id);

CREATE INDEX ix_register_entry_ags ON register_entry (ags);

CREATE INDEX ix_register_entry_state ON register_entry (state, sort_key);

CREATE TABLE register_edition (
  id INTEGER NOT NULL,
  as_of TEXT NOT NULL,
  origin TEXT NOT NULL,
  attribution TEXT NOT NULL,
  entries INTEGER NOT NULL,
  CONSTRAINT pk_register_edition PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE sync_me (
  k INTEGER NOT NULL,
  rep_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  machine BLOB,
  CONSTRAINT pk_sync_me PRIMARY KEY (k)
)
 STRICT;

CREATE TABLE sync_replica (
  n INTEGER NOT NULL,
  rep_id BLOB NOT NULL,
  person BLOB,
  label TEXT,
  CONSTRAINT pk_sync_replica PRIMARY KEY (n),
  CONSTRAINT uq_sync_replica_rep_id UNIQUE (rep_id)
)
 STRICT;

CREATE TABLE sync_seal (
  rep INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  nonce BLOB NOT NULL,
  deps BLOB,
  lo INTEGER,
  hi INTEGER,
  CONSTRAINT pk_sync_seal PRIMARY KEY (rep, seq)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sync_ver (
  rec BLOB NOT NULL,
  rep INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  tbl INTEGER NOT NULL,
  mask INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  CONSTRAINT pk_sync_ver PRIMARY KEY (rec, rep, seq)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_sync_ver_dot ON sync_ver (rep, seq);

CREATE TABLE sync_ms (
  rec BLOB NOT NULL,
  fld INTEGER NOT NULL,
  rep INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  CONSTRAINT pk_sync_ms PRIMARY KEY (rec, fld, rep, seq)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sync_sib (
  rec BLOB NOT NULL,
  fld INTEGER NOT NULL,
  rep INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  val ANY,
  CONSTRAINT pk_sync_sib PRIMARY KEY (rec, fld, rep, seq)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sync_base (
  rec BLOB NOT NULL,
  fld INTEGER NOT NULL,
  rep INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  val ANY,
  CONSTRAINT pk_sync_base PRIMARY KEY (rec, fld, rep, seq)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sync_opaque (
  rec BLOB NOT NULL,
  tbl_name TEXT NOT NULL,
  fld_name TEXT NOT NULL,
  space_name TEXT NOT NULL,
  rep INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  val ANY,
  CONSTRAINT pk_sync_opaque PRIMARY KEY (rec, fld_name, rep, seq)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sync_ref (
  rec BLOB NOT NULL,
  fld INTEGER NOT NULL,
  target BLOB NOT NULL,
  CONSTRAINT pk_sync_ref PRIMARY KEY (rec, fld)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_sync_ref_target ON sync_ref (target);

CREATE TABLE sync_have (
  space TEXT NOT NULL,
  rep INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  CONSTRAINT pk_sync_have PRIMARY KEY (space, rep)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sync_ack (
  peer BLOB NOT NULL,
  space TEXT NOT NULL,
  rep INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  CONSTRAINT pk_sync_ack PRIMARY KEY (peer, space, rep)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sync_pkg (
  id BLOB NOT NULL,
  dir TEXT NOT NULL,
  peer BLOB,
  ms INTEGER NOT NULL,
  sha256 BLOB,
  report TEXT,
  CONSTRAINT pk_sync_pkg PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE sync_erased (
  rec BLOB NOT NULL,
  rep INTEGER,
  seq INTEGER,
  ms INTEGER NOT NULL,
  CONSTRAINT pk_sync_erased PRIMARY KEY (rec)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sync_redacted (
  rec BLOB NOT NULL,
  fld INTEGER NOT NULL,
  rep INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  CONSTRAINT pk_sync_redacted PRIMARY KEY (rec, fld, rep, seq)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE sync_blob (
  sha256 BLOB NOT NULL,
  size INTEGER NOT NULL,
  state TEXT NOT NULL,
  CONSTRAINT pk_sync_blob PRIMARY KEY (sha256)
)
 STRICT;

CREATE TABLE sync_key (
  fp BLOB NOT NULL,
  sig_pub BLOB NOT NULL,
  kem_pub BLOB NOT NULL,
  rep BLOB,
  person BLOB,
  trust TEXT NOT NULL,
  verified_by TEXT,
  verified_at INTEGER,
  revoked_at INTEGER,
  revoked_vec BLOB,
  CONSTRAINT pk_sync_key PRIMARY KEY (fp)
)
 STRICT;

CREATE TABLE sync_member (
  space TEXT NOT NULL,
  fp BLOB NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER,
  CONSTRAINT pk_sync_member PRIMARY KEY (space, fp)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE vocabulary (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_vocabulary_uid_length CHECK (length(uid) = 16),
  list_key TEXT NOT NULL,
  code TEXT NOT NULL,
  label_de TEXT NOT NULL,
  label_en TEXT NOT NULL,
  position INTEGER NOT NULL,
  editable INTEGER NOT NULL,
  details TEXT NOT NULL,
  valid_to TEXT,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_vocabulary_uid UNIQUE (uid)
)
 STRICT;

CREATE INDEX ix_vocabulary_list ON vocabulary (list_key, position);

CREATE TABLE setting (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_setting_uid_length CHECK (length(uid) = 16),
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_setting_uid UNIQUE (uid)
)
 STRICT;

CREATE INDEX ix_setting_key ON setting ("key");

CREATE TABLE saved_search (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_saved_search_uid_length CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  area TEXT NOT NULL,
  "query" TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_personal INTEGER NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_saved_search_uid UNIQUE (uid)
)
 STRICT;

CREATE TABLE adviser (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_adviser_uid_length CHECK (length(uid) = 16),
  name TEXT NOT NULL,
  mark TEXT NOT NULL,
  unit TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  employer_id INTEGER,
  left_on TEXT,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_adviser_uid UNIQUE (uid),
  CONSTRAINT fk_adviser_employer_id FOREIGN KEY(employer_id) REFERENCES organisation (id)
)
 STRICT;

CREATE TABLE organisation_key (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_organisation_key_uid_length CHECK (length(uid) = 16),
  organisation_id INTEGER NOT NULL,
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  successor TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_organisation_key_uid UNIQUE (uid),
  CONSTRAINT fk_organisation_key_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT;

CREATE INDEX ix_organisation_key_organisation_id ON organisation_key (organisation_id);

CREATE INDEX ix_organisation_key_value ON organisation_key (value, scheme) WHERE deleted_at IS NULL;

CREATE TABLE network_membership (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_network_membership_uid_length CHECK (length(uid) = 16),
  network_id INTEGER NOT NULL,
  person_id INTEGER,
  organisation_id INTEGER,
  role TEXT NOT NULL,
  "group" TEXT NOT NULL,
  level TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_network_membership_uid UNIQUE (uid),
  CONSTRAINT fk_network_membership_network_id FOREIGN KEY(network_id) REFERENCES network (id),
  CONSTRAINT fk_network_membership_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_network_membership_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT;

CREATE INDEX ix_network_membership_person_id ON network_membership (person_id);

CREATE INDEX ix_network_membership_organisation_id ON network_membership (organisation_id);

CREATE INDEX ix_network_membership_network_id ON network_membership (network_id);

CREATE TABLE pack_part (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_pack_part_uid_length CHECK (length(uid) = 16),
  recipe_id INTEGER NOT NULL,
  part TEXT NOT NULL,
  position INTEGER NOT NULL,
  options TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_pack_part_uid UNIQUE (uid),
  CONSTRAINT fk_pack_part_recipe_id FOREIGN KEY(recipe_id) REFERENCES pack_recipe (id)
)
 STRICT;

CREATE INDEX ix_pack_part_recipe_id ON pack_part (recipe_id);

CREATE TABLE affiliation (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_affiliation_uid_length CHECK (length(uid) = 16),
  person_id INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  function TEXT NOT NULL,
  unit TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  is_primary INTEGER NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_affiliation_uid UNIQUE (uid),
  CONSTRAINT fk_affiliation_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_affiliation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT;

CREATE INDEX ix_affiliation_person_id ON affiliation (person_id);

CREATE INDEX ix_affiliation_organisation_id ON affiliation (organisation_id);

CREATE TABLE consent (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_consent_uid_length CHECK (length(uid) = 16),
  person_id INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  wording TEXT NOT NULL,
  given_on TEXT,
  way TEXT NOT NULL,
  proof TEXT NOT NULL,
  withdrawn_on TEXT,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_consent_uid UNIQUE (uid),
  CONSTRAINT fk_consent_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT;

CREATE INDEX ix_consent_person_id ON consent (person_id);

CREATE TABLE duplicate_verdict (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_duplicate_verdict_uid_length CHECK (length(uid) = 16),
  left_id INTEGER NOT NULL,
  right_id INTEGER NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_duplicate_verdict_uid UNIQUE (uid),
  CONSTRAINT fk_duplicate_verdict_left_id FOREIGN KEY(left_id) REFERENCES person (id),
  CONSTRAINT fk_duplicate_verdict_right_id FOREIGN KEY(right_id) REFERENCES person (id)
)
 STRICT;

CREATE INDEX ix_duplicate_verdict_right_id ON duplicate_verdict (right_id);

CREATE INDEX ix_duplicate_verdict_left_id ON duplicate_verdict (left_id);

CREATE TABLE cohort (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_cohort_uid_length CHECK (length(uid) = 16),
  programme_id INTEGER NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_cohort_uid UNIQUE (uid),
  CONSTRAINT fk_cohort_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
)
 STRICT;

CREATE INDEX ix_cohort_programme_id ON cohort (programme_id);

CREATE TABLE absence (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_absence_uid_length CHECK (length(uid) = 16),
  adviser_id INTEGER NOT NULL,
  deputy_id INTEGER,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  remark TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_absence_uid UNIQUE (uid),
  CONSTRAINT fk_absence_adviser_id FOREIGN KEY(adviser_id) REFERENCES adviser (id),
  CONSTRAINT fk_absence_deputy_id FOREIGN KEY(deputy_id) REFERENCES adviser (id)
)
 STRICT;

CREATE INDEX ix_absence_adviser_id ON absence (adviser_id);

CREATE INDEX ix_absence_deputy_id ON absence (deputy_id);

CREATE TABLE knowledge_item (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_knowledge_item_uid_length CHECK (length(uid) = 16),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  audience TEXT NOT NULL,
  origin TEXT NOT NULL,
  as_of TEXT,
  editor_id INTEGER,
  sort_key TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(title),'ß','ss'),'ẞ','ss'),'ł','l'),'Ł','l'),'ø','o'),'Ø','o'),'æ','ae'),'Æ','ae'),'œ','oe'),'Œ','oe'),'đ','d'),'Đ','d'),'ð','d'),'Ð','d'),'þ','th'),'Þ','th'),'ı','i'),'­',''),'ä','a'),'Ä','a'),'ö','o'),'Ö','o'),'ü','u'),'Ü','u'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ā','a'),'Ā','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ē','e'),'Ē','e'),'ě','e'),'Ě','e'),'ę','e'),'Ę','e'),'ğ','g'),'Ğ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ī','i'),'Ī','i'),'İ','i'),'ķ','k'),'Ķ','k'),'ĺ','l'),'Ĺ','l'),'ľ','l'),'Ľ','l'),'ļ','l'),'Ļ','l'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ñ','n'),'Ñ','n'),'ņ','n'),'Ņ','n'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ō','o'),'Ō','o'),'ő','o'),'Ő','o'),'ŕ','r'),'Ŕ','r'),'ř','r'),'Ř','r'),'ś','s'),'Ś','s'),'š','s'),'Š','s'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'ť','t'),'Ť','t'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ū','u'),'Ū','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ų','u'),'Ų','u'),'ý','y'),'Ý','y'),'ÿ','y'),'Ÿ','y'),'ź','z'),'Ź','z'),'ž','z'),'Ž','z'),'ż','z'),'Ż','z')) VIRTUAL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_knowledge_item_uid UNIQUE (uid),
  CONSTRAINT fk_knowledge_item_editor_id FOREIGN KEY(editor_id) REFERENCES adviser (id)
)
 STRICT;

CREATE INDEX ix_knowledge_item_title ON knowledge_item (sort_key, id) WHERE deleted_at IS NULL;

CREATE TABLE event (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_event_uid_length CHECK (length(uid) = 16),
  title TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  zone TEXT NOT NULL,
  format TEXT NOT NULL,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  series_id INTEGER,
  series_number INTEGER,
  venue TEXT NOT NULL,
  venue_address TEXT NOT NULL,
  capacity INTEGER,
  accessibility TEXT NOT NULL,
  online_link TEXT NOT NULL,
  registration_deadline TEXT,
  budget_cents INTEGER,
  currency TEXT NOT NULL,
  agenda TEXT NOT NULL,
  report TEXT NOT NULL,
  minutes_state TEXT NOT NULL,
  organiser_id INTEGER,
  sort_key TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(title),'ß','ss'),'ẞ','ss'),'ł','l'),'Ł','l'),'ø','o'),'Ø','o'),'æ','ae'),'Æ','ae'),'œ','oe'),'Œ','oe'),'đ','d'),'Đ','d'),'ð','d'),'Ð','d'),'þ','th'),'Þ','th'),'ı','i'),'­',''),'ä','a'),'Ä','a'),'ö','o'),'Ö','o'),'ü','u'),'Ü','u'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ā','a'),'Ā','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ē','e'),'Ē','e'),'ě','e'),'Ě','e'),'ę','e'),'Ę','e'),'ğ','g'),'Ğ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ī','i'),'Ī','i'),'İ','i'),'ķ','k'),'Ķ','k'),'ĺ','l'),'Ĺ','l'),'ľ','l'),'Ľ','l'),'ļ','l'),'Ļ','l'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ñ','n'),'Ñ','n'),'ņ','n'),'Ņ','n'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ō','o'),'Ō','o'),'ő','o'),'Ő','o'),'ŕ','r'),'Ŕ','r'),'ř','r'),'Ř','r'),'ś','s'),'Ś','s'),'š','s'),'Š','s'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'ť','t'),'Ť','t'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ū','u'),'Ū','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ų','u'),'Ų','u'),'ý','y'),'Ý','y'),'ÿ','y'),'Ÿ','y'),'ź','z'),'Ź','z'),'ž','z'),'Ž','z'),'ż','z'),'Ż','z')) VIRTUAL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_event_uid UNIQUE (uid),
  CONSTRAINT fk_event_series_id FOREIGN KEY(series_id) REFERENCES event_series (id),
  CONSTRAINT fk_event_organiser_id FOREIGN KEY(organiser_id) REFERENCES adviser (id)
)
 STRICT;

CREATE INDEX ix_event_starts ON event (starts_at, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_event_title ON event (sort_key, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_event_organiser_id ON event (organiser_id);

CREATE INDEX ix_event_series_id ON event (series_id);

CREATE INDEX ix_event_state ON event (state, starts_at) WHERE deleted_at IS NULL;

CREATE TABLE printed_paper (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_printed_paper_uid_length CHECK (length(uid) = 16),
  paper TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject BLOB NOT NULL,
  printed_at INTEGER NOT NULL,
  recipe TEXT NOT NULL,
  redaction TEXT NOT NULL,
  language TEXT NOT NULL,
  pages INTEGER NOT NULL,
  state_hash TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  file_name TEXT NOT NULL,
  by_id INTEGER,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_printed_paper_uid UNIQUE (uid),
  CONSTRAINT fk_printed_paper_by_id FOREIGN KEY(by_id) REFERENCES adviser (id)
)
 STRICT;

CREATE INDEX ix_printed_paper_subject ON printed_paper (subject, printed_at) WHERE deleted_at IS NULL;

CREATE TABLE contact_point (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_contact_point_uid_length CHECK (length(uid) = 16),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  normal TEXT NOT NULL,
  label TEXT NOT NULL,
  preferred INTEGER NOT NULL,
  street TEXT NOT NULL,
  postcode TEXT NOT NULL,
  city TEXT NOT NULL,
  country TEXT NOT NULL,
  person_id INTEGER,
  affiliation_id INTEGER,
  organisation_id INTEGER,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_contact_point_uid UNIQUE (uid),
  CONSTRAINT fk_contact_point_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_contact_point_affiliation_id FOREIGN KEY(affiliation_id) REFERENCES affiliation (id),
  CONSTRAINT fk_contact_point_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT;

CREATE INDEX ix_contact_point_affiliation_id ON contact_point (affiliation_id);

CREATE INDEX ix_contact_point_organisation_id ON contact_point (organisation_id);

CREATE INDEX ix_contact_point_person_id ON contact_point (person_id);

CREATE INDEX ix_contact_point_normal ON contact_point (normal) WHERE deleted_at IS NULL;

CREATE TABLE project (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_project_uid_length CHECK (length(uid) = 16),
  cohort_id INTEGER,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  project_name TEXT NOT NULL,
  working_title TEXT NOT NULL,
  form TEXT NOT NULL,
  category TEXT NOT NULL,
  state TEXT NOT NULL,
  population INTEGER,
  population_as_of TEXT,
  population_source TEXT NOT NULL,
  entry TEXT NOT NULL,
  vision TEXT NOT NULL,
  strategy TEXT NOT NULL,
  website TEXT NOT NULL,
  lat INTEGER,
  lon INTEGER,
  phase_note TEXT NOT NULL,
  remark TEXT NOT NULL,
  sort_key TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(title),'ß','ss'),'ẞ','ss'),'ł','l'),'Ł','l'),'ø','o'),'Ø','o'),'æ','ae'),'Æ','ae'),'œ','oe'),'Œ','oe'),'đ','d'),'Đ','d'),'ð','d'),'Ð','d'),'þ','th'),'Þ','th'),'ı','i'),'­',''),'ä','a'),'Ä','a'),'ö','o'),'Ö','o'),'ü','u'),'Ü','u'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ā','a'),'Ā','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ē','e'),'Ē','e'),'ě','e'),'Ě','e'),'ę','e'),'Ę','e'),'ğ','g'),'Ğ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ī','i'),'Ī','i'),'İ','i'),'ķ','k'),'Ķ','k'),'ĺ','l'),'Ĺ','l'),'ľ','l'),'Ľ','l'),'ļ','l'),'Ļ','l'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ñ','n'),'Ñ','n'),'ņ','n'),'Ņ','n'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ō','o'),'Ō','o'),'ő','o'),'Ő','o'),'ŕ','r'),'Ŕ','r'),'ř','r'),'Ř','r'),'ś','s'),'Ś','s'),'š','s'),'Š','s'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'ť','t'),'Ť','t'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ū','u'),'Ū','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ų','u'),'Ų','u'),'ý','y'),'Ý','y'),'ÿ','y'),'Ÿ','y'),'ź','z'),'Ź','z'),'ž','z'),'Ž','z'),'ż','z'),'Ż','z')) VIRTUAL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_project_uid UNIQUE (uid),
  CONSTRAINT fk_project_cohort_id FOREIGN KEY(cohort_id) REFERENCES cohort (id)
)
 STRICT;

CREATE INDEX ix_project_title ON project (sort_key, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_project_cohort ON project (cohort_id, sort_key) WHERE deleted_at IS NULL;

CREATE TABLE responsibility (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_responsibility_uid_length CHECK (length(uid) = 16),
  adviser_id INTEGER NOT NULL,
  scope TEXT NOT NULL,
  code TEXT NOT NULL,
  project_id INTEGER,
  is_deputy INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_responsibility_uid UNIQUE (uid),
  CONSTRAINT fk_responsibility_adviser_id FOREIGN KEY(adviser_id) REFERENCES adviser (id),
  CONSTRAINT fk_responsibility_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT;

CREATE INDEX ix_responsibility_adviser_id ON responsibility (adviser_id);

CREATE INDEX ix_responsibility_project_id ON responsibility (project_id);

CREATE TABLE advisory_case (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_advisory_case_uid_length CHECK (length(uid) = 16),
  number TEXT NOT NULL,
  subject TEXT NOT NULL,
  organisation_id INTEGER,
  project_id INTEGER,
  advice_form TEXT NOT NULL,
  channel TEXT NOT NULL,
  received_on TEXT NOT NULL,
  state TEXT NOT NULL,
  priority TEXT NOT NULL,
  lead_id INTEGER,
  deputy_id INTEGER,
  concern TEXT NOT NULL,
  result TEXT NOT NULL,
  closed_on TEXT,
  filed_on TEXT,
  retention_class TEXT NOT NULL,
  file_place TEXT NOT NULL,
  next_due_on TEXT,
  last_note_at INTEGER,
  sort_key TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(subject),'ß','ss'),'ẞ','ss'),'ł','l'),'Ł','l'),'ø','o'),'Ø','o'),'æ','ae'),'Æ','ae'),'œ','oe'),'Œ','oe'),'đ','d'),'Đ','d'),'ð','d'),'Ð','d'),'þ','th'),'Þ','th'),'ı','i'),'­',''),'ä','a'),'Ä','a'),'ö','o'),'Ö','o'),'ü','u'),'Ü','u'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ā','a'),'Ā','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ē','e'),'Ē','e'),'ě','e'),'Ě','e'),'ę','e'),'Ę','e'),'ğ','g'),'Ğ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ī','i'),'Ī','i'),'İ','i'),'ķ','k'),'Ķ','k'),'ĺ','l'),'Ĺ','l'),'ľ','l'),'Ľ','l'),'ļ','l'),'Ļ','l'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ñ','n'),'Ñ','n'),'ņ','n'),'Ņ','n'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ō','o'),'Ō','o'),'ő','o'),'Ő','o'),'ŕ','r'),'Ŕ','r'),'ř','r'),'Ř','r'),'ś','s'),'Ś','s'),'š','s'),'Š','s'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'ť','t'),'Ť','t'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ū','u'),'Ū','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ų','u'),'Ų','u'),'ý','y'),'Ý','y'),'ÿ','y'),'Ÿ','y'),'ź','z'),'Ź','z'),'ž','z'),'Ž','z'),'ż','z'),'Ż','z')) VIRTUAL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_advisory_case_uid UNIQUE (uid),
  CONSTRAINT fk_advisory_case_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
  CONSTRAINT fk_advisory_case_project_id FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_advisory_case_lead_id FOREIGN KEY(lead_id) REFERENCES adviser (id),
  CONSTRAINT fk_advisory_case_deputy_id FOREIGN KEY(deputy_id) REFERENCES adviser (id)
)
 STRICT;

CREATE INDEX ix_case_priority ON advisory_case (priority, received_on, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_case_advice_form ON advisory_case (advice_form, received_on, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_case_organisation ON advisory_case (organisation_id, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_case_due ON advisory_case (next_due_on, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_case_received ON advisory_case (received_on, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_case_state ON advisory_case (state, received_on, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_advisory_case_deputy_id ON advisory_case (deputy_id);

CREATE INDEX ix_case_subject ON advisory_case (sort_key, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_case_lead ON advisory_case (lead_id, state, received_on, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_advisory_case_project_id ON advisory_case (project_id);

CREATE INDEX ix_case_last_note ON advisory_case (last_note_at, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_case_number ON advisory_case (number, id) WHERE deleted_at IS NULL;

CREATE TABLE event_host (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_event_host_uid_length CHECK (length(uid) = 16),
  event_id INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_event_host_uid UNIQUE (uid),
  CONSTRAINT fk_event_host_event_id FOREIGN KEY(event_id) REFERENCES event (id),
  CONSTRAINT fk_event_host_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT;

CREATE INDEX ix_event_host_organisation_id ON event_host (organisation_id);

CREATE INDEX ix_event_host_event_id ON event_host (event_id);

CREATE TABLE event_session (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_event_session_uid_length CHECK (length(uid) = 16),
  event_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  room TEXT NOT NULL,
  capacity INTEGER,
  speakers TEXT NOT NULL,
  sign_up INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_event_session_uid UNIQUE (uid),
  CONSTRAINT fk_event_session_event_id FOREIGN KEY(event_id) REFERENCES event (id)
)
 STRICT;

CREATE INDEX ix_event_session_event_id ON event_session (event_id);

CREATE TABLE measure (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_measure_uid_length CHECK (length(uid) = 16),
  title TEXT NOT NULL,
  project_id INTEGER,
  organisation_id INTEGER,
  summary TEXT NOT NULL,
  stage TEXT NOT NULL,
  needs TEXT NOT NULL,
  cost_class TEXT NOT NULL,
  open_source INTEGER,
  transferability TEXT NOT NULL,
  transferability_reason TEXT NOT NULL,
  durability TEXT NOT NULL,
  durability_reason TEXT NOT NULL,
  contact_id INTEGER,
  sort_key TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(title),'ß','ss'),'ẞ','ss'),'ł','l'),'Ł','l'),'ø','o'),'Ø','o'),'æ','ae'),'Æ','ae'),'œ','oe'),'Œ','oe'),'đ','d'),'Đ','d'),'ð','d'),'Ð','d'),'þ','th'),'Þ','th'),'ı','i'),'­',''),'ä','a'),'Ä','a'),'ö','o'),'Ö','o'),'ü','u'),'Ü','u'),'á','a'),'Á','a'),'à','a'),'À','a'),'â','a'),'Â','a'),'ã','a'),'Ã','a'),'å','a'),'Å','a'),'ā','a'),'Ā','a'),'ă','a'),'Ă','a'),'ą','a'),'Ą','a'),'ç','c'),'Ç','c'),'ć','c'),'Ć','c'),'č','c'),'Č','c'),'ď','d'),'Ď','d'),'é','e'),'É','e'),'è','e'),'È','e'),'ê','e'),'Ê','e'),'ë','e'),'Ë','e'),'ē','e'),'Ē','e'),'ě','e'),'Ě','e'),'ę','e'),'Ę','e'),'ğ','g'),'Ğ','g'),'í','i'),'Í','i'),'ì','i'),'Ì','i'),'î','i'),'Î','i'),'ï','i'),'Ï','i'),'ī','i'),'Ī','i'),'İ','i'),'ķ','k'),'Ķ','k'),'ĺ','l'),'Ĺ','l'),'ľ','l'),'Ľ','l'),'ļ','l'),'Ļ','l'),'ń','n'),'Ń','n'),'ň','n'),'Ň','n'),'ñ','n'),'Ñ','n'),'ņ','n'),'Ņ','n'),'ó','o'),'Ó','o'),'ò','o'),'Ò','o'),'ô','o'),'Ô','o'),'õ','o'),'Õ','o'),'ō','o'),'Ō','o'),'ő','o'),'Ő','o'),'ŕ','r'),'Ŕ','r'),'ř','r'),'Ř','r'),'ś','s'),'Ś','s'),'š','s'),'Š','s'),'ş','s'),'Ş','s'),'ș','s'),'Ș','s'),'ť','t'),'Ť','t'),'ţ','t'),'Ţ','t'),'ț','t'),'Ț','t'),'ú','u'),'Ú','u'),'ù','u'),'Ù','u'),'û','u'),'Û','u'),'ū','u'),'Ū','u'),'ů','u'),'Ů','u'),'ű','u'),'Ű','u'),'ų','u'),'Ų','u'),'ý','y'),'Ý','y'),'ÿ','y'),'Ÿ','y'),'ź','z'),'Ź','z'),'ž','z'),'Ž','z'),'ż','z'),'Ż','z')) VIRTUAL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_measure_uid UNIQUE (uid),
  CONSTRAINT fk_measure_project_id FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_measure_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
  CONSTRAINT fk_measure_contact_id FOREIGN KEY(contact_id) REFERENCES person (id)
)
 STRICT;

CREATE INDEX ix_measure_organisation_id ON measure (organisation_id);

CREATE INDEX ix_measure_title ON measure (sort_key, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_measure_project_id ON measure (project_id);

CREATE TABLE project_member (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_project_member_uid_length CHECK (length(uid) = 16),
  project_id INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  evidence TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_project_member_uid UNIQUE (uid),
  CONSTRAINT fk_project_member_project_id FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_project_member_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 STRICT;

CREATE INDEX ix_project_member_organisation_id ON project_member (organisation_id);

CREATE INDEX ix_project_member_project_id ON project_member (project_id);

CREATE TABLE project_phase (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_project_phase_uid_length CHECK (length(uid) = 16),
  project_id INTEGER NOT NULL,
  phase TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  remark TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_project_phase_uid UNIQUE (uid),
  CONSTRAINT fk_project_phase_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT;

CREATE INDEX ix_project_phase_project_id ON project_phase (project_id);

CREATE TABLE milestone (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_milestone_uid_length CHECK (length(uid) = 16),
  project_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  due_on TEXT,
  reached_on TEXT,
  remark TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_milestone_uid UNIQUE (uid),
  CONSTRAINT fk_milestone_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT;

CREATE INDEX ix_milestone_project_id ON milestone (project_id);

CREATE TABLE funding (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_funding_uid_length CHECK (length(uid) = 16),
  project_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  currency TEXT NOT NULL,
  as_of TEXT,
  origin TEXT NOT NULL,
  is_official INTEGER NOT NULL,
  remark TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_funding_uid UNIQUE (uid),
  CONSTRAINT fk_funding_project_id FOREIGN KEY(project_id) REFERENCES project (id)
)
 STRICT;

CREATE INDEX ix_funding_project_id ON funding (project_id);

CREATE TABLE registration (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_registration_uid_length CHECK (length(uid) = 16),
  event_id INTEGER NOT NULL,
  person_id INTEGER,
  organisation_id INTEGER,
  typed_name TEXT NOT NULL,
  typed_body TEXT NOT NULL,
  state TEXT NOT NULL,
  role TEXT NOT NULL,
  registered_at INTEGER,
  badge_text TEXT NOT NULL,
  badge_printed_at INTEGER,
  badge_code BLOB,
  no_photo INTEGER NOT NULL,
  arrived_at INTEGER,
  deputy_for_id INTEGER,
  remark TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_registration_uid UNIQUE (uid),
  CONSTRAINT fk_registration_event_id FOREIGN KEY(event_id) REFERENCES event (id),
  CONSTRAINT fk_registration_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_registration_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
  CONSTRAINT fk_registration_deputy_for_id FOREIGN KEY(deputy_for_id) REFERENCES registration (id)
)
 STRICT;

CREATE INDEX ix_registration_person_id ON registration (person_id);

CREATE INDEX ix_registration_event ON registration (event_id, state) WHERE deleted_at IS NULL;

CREATE INDEX ix_registration_organisation_id ON registration (organisation_id);

CREATE TABLE case_person (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_case_person_uid_length CHECK (length(uid) = 16),
  case_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_case_person_uid UNIQUE (uid),
  CONSTRAINT fk_case_person_case_id FOREIGN KEY(case_id) REFERENCES advisory_case (id),
  CONSTRAINT fk_case_person_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT;

CREATE INDEX ix_case_person_person_id ON case_person (person_id);

CREATE INDEX ix_case_person_case_id ON case_person (case_id);

CREATE TABLE document (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_document_uid_length CHECK (length(uid) = 16),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  dated_on TEXT,
  origin TEXT NOT NULL,
  link TEXT NOT NULL,
  summary TEXT NOT NULL,
  project_id INTEGER,
  organisation_id INTEGER,
  case_id INTEGER,
  event_id INTEGER,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_document_uid UNIQUE (uid),
  CONSTRAINT fk_document_project_id FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_document_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
  CONSTRAINT fk_document_case_id FOREIGN KEY(case_id) REFERENCES advisory_case (id),
  CONSTRAINT fk_document_event_id FOREIGN KEY(event_id) REFERENCES event (id)
)
 STRICT;

CREATE INDEX ix_document_project_id ON document (project_id);

CREATE INDEX ix_document_case_id ON document (case_id);

CREATE INDEX ix_document_organisation_id ON document (organisation_id);

CREATE INDEX ix_document_event_id ON document (event_id);

CREATE TABLE peer_link (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_peer_link_uid_length CHECK (length(uid) = 16),
  from_id INTEGER NOT NULL,
  to_id INTEGER NOT NULL,
  relation TEXT NOT NULL,
  theme TEXT NOT NULL,
  measure_id INTEGER,
  since TEXT,
  origin TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_peer_link_uid UNIQUE (uid),
  CONSTRAINT fk_peer_link_from_id FOREIGN KEY(from_id) REFERENCES organisation (id),
  CONSTRAINT fk_peer_link_to_id FOREIGN KEY(to_id) REFERENCES organisation (id),
  CONSTRAINT fk_peer_link_measure_id FOREIGN KEY(measure_id) REFERENCES measure (id)
)
 STRICT;

CREATE INDEX ix_peer_link_from_id ON peer_link (from_id);

CREATE INDEX ix_peer_link_to_id ON peer_link (to_id);

CREATE TABLE note (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_note_uid_length CHECK (length(uid) = 16),
  kind TEXT NOT NULL,
  happened_at INTEGER NOT NULL,
  duration_min INTEGER,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  next_step TEXT NOT NULL,
  author_id INTEGER,
  case_id INTEGER,
  organisation_id INTEGER,
  project_id INTEGER,
  event_id INTEGER,
  caller TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_note_uid UNIQUE (uid),
  CONSTRAINT fk_note_author_id FOREIGN KEY(author_id) REFERENCES adviser (id),
  CONSTRAINT fk_note_case_id FOREIGN KEY(case_id) REFERENCES advisory_case (id),
  CONSTRAINT fk_note_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
  CONSTRAINT fk_note_project_id FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_note_event_id FOREIGN KEY(event_id) REFERENCES event (id)
)
 STRICT;

CREATE INDEX ix_note_case ON note (case_id, happened_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_note_organisation ON note (organisation_id, happened_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_note_project_id ON note (project_id);

CREATE INDEX ix_note_happened ON note (happened_at, id) WHERE deleted_at IS NULL;

CREATE INDEX ix_note_author_id ON note (author_id);

CREATE INDEX ix_note_event_id ON note (event_id);

CREATE TABLE registration_step (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_registration_step_uid_length CHECK (length(uid) = 16),
  registration_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id INTEGER,
  reason TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_registration_step_uid UNIQUE (uid),
  CONSTRAINT fk_registration_step_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id),
  CONSTRAINT fk_registration_step_by_id FOREIGN KEY(by_id) REFERENCES adviser (id)
)
 STRICT;

CREATE INDEX ix_registration_step_registration_id ON registration_step (registration_id);

CREATE TABLE session_registration (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_session_registration_uid_length CHECK (length(uid) = 16),
  session_id INTEGER NOT NULL,
  registration_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_session_registration_uid UNIQUE (uid),
  CONSTRAINT fk_session_registration_session_id FOREIGN KEY(session_id) REFERENCES event_session (id),
  CONSTRAINT fk_session_registration_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id)
)
 STRICT;

CREATE INDEX ix_session_registration_session_id ON session_registration (session_id);

CREATE INDEX ix_session_registration_registration_id ON session_registration (registration_id);

CREATE TABLE special_need (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_special_need_uid_length CHECK (length(uid) = 16),
  registration_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  remark TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_special_need_uid UNIQUE (uid),
  CONSTRAINT fk_special_need_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id)
)
 STRICT;

CREATE INDEX ix_special_need_registration_id ON special_need (registration_id);

CREATE TABLE note_person (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_note_person_uid_length CHECK (length(uid) = 16),
  note_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_note_person_uid UNIQUE (uid),
  CONSTRAINT fk_note_person_note_id FOREIGN KEY(note_id) REFERENCES note (id),
  CONSTRAINT fk_note_person_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT;

CREATE INDEX ix_note_person_note_id ON note_person (note_id);

CREATE INDEX ix_note_person_person_id ON note_person (person_id);

CREATE TABLE task (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL CONSTRAINT ck_task_uid_length CHECK (length(uid) = 16),
  title TEXT NOT NULL,
  due_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  assignee_id INTEGER,
  owed_by_id INTEGER,
  case_id INTEGER,
  note_id INTEGER,
  organisation_id INTEGER,
  person_id INTEGER,
  project_id INTEGER,
  event_id INTEGER,
  done_at INTEGER,
  result TEXT NOT NULL,
  source TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  CONSTRAINT uq_task_uid UNIQUE (uid),
  CONSTRAINT fk_task_assignee_id FOREIGN KEY(assignee_id) REFERENCES adviser (id),
  CONSTRAINT fk_task_owed_by_id FOREIGN KEY(owed_by_id) REFERENCES person (id),
  CONSTRAINT fk_task_case_id FOREIGN KEY(case_id) REFERENCES advisory_case (id),
  CONSTRAINT fk_task_note_id FOREIGN KEY(note_id) REFERENCES note (id),
  CONSTRAINT fk_task_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
  CONSTRAINT fk_task_person_id FOREIGN KEY(person_id) REFERENCES person (id),
  CONSTRAINT fk_task_project_id FOREIGN KEY(project_id) REFERENCES project (id),
  CONSTRAINT fk_task_event_id FOREIGN KEY(event_id) REFERENCES event (id)
)
 STRICT;

CREATE INDEX ix_task_due ON task (due_on, id) WHERE deleted_at IS NULL AND done_at IS NULL;

CREATE INDEX ix_task_event_id ON task (event_id);

CREATE INDEX ix_task_owed_by_id ON task (owed_by_id);

CREATE INDEX ix_task_done_at ON task (done_at);

CREATE INDEX ix_task_organisation_id ON task (organisation_id);

CREATE INDEX ix_task_note_id ON task (note_id);

CREATE INDEX ix_task_case ON task (case_id, due_on) WHERE deleted_at IS NULL;

CREATE INDEX ix_task_assignee ON task (assignee_id, due_on) WHERE deleted_at IS NULL AND done_at IS NULL;

CREATE INDEX ix_task_person_id ON task (person_id);

CREATE INDEX ix_task_project_id ON task (project_id);
