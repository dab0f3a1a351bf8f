-- A queue as version 7 left it after a crash: one job rendering, one waiting to be tried again
-- smaller, one failed, one completed, one removed. Once that version is out, this file is never changed again.
PRAGMA application_id = 1380796242;
PRAGMA user_version = 7;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, engine TEXT NOT NULL, preset TEXT NOT NULL, project TEXT NOT NULL,
    priority INTEGER NOT NULL, position REAL NOT NULL,
    status TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
    pause INTEGER NOT NULL DEFAULT 0, cancel INTEGER NOT NULL DEFAULT 0,
    checked INTEGER NOT NULL DEFAULT 0,
    spec BLOB NOT NULL, reserves TEXT NOT NULL DEFAULT '', source BLOB,
    progress REAL NOT NULL DEFAULT 0, stage TEXT NOT NULL DEFAULT '',
    failure BLOB, warnings BLOB, artifacts BLOB,
    attempts INTEGER NOT NULL DEFAULT 0, retry_at REAL,
    created REAL NOT NULL, started REAL, ended REAL,
    elapsed_s REAL NOT NULL DEFAULT 0, removed REAL
);
CREATE INDEX job_by_status ON job (status, ended) WHERE removed IS NULL;
CREATE TABLE task (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL, fence INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL, position REAL NOT NULL, retry_at REAL
);
CREATE INDEX task_of_job ON task (job_id, number);
CREATE INDEX task_next ON task (state, priority, position, id);
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    job_id INTEGER NOT NULL,
    fence INTEGER NOT NULL, state TEXT NOT NULL,
    supervisor TEXT NOT NULL DEFAULT '', process TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '', log TEXT NOT NULL DEFAULT '',
    artifacts BLOB,
    started REAL NOT NULL, ended REAL, exit_code INTEGER,
    outcome TEXT NOT NULL DEFAULT '', failure BLOB, elapsed_s REAL NOT NULL DEFAULT 0
);
CREATE INDEX attempt_of_job ON attempt (job_id, id);
CREATE INDEX attempt_of_task ON attempt (task_id, fence);
CREATE INDEX attempt_open ON attempt (outcome) WHERE outcome = '';
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL, kind TEXT NOT NULL, job_id INTEGER NOT NULL, task_id INTEGER NOT NULL,
    old TEXT NOT NULL, new TEXT NOT NULL, reason TEXT NOT NULL, actor TEXT NOT NULL
);
CREATE INDEX event_of_job ON event (job_id, id);
CREATE TABLE reservation (
    path TEXT PRIMARY KEY,
    job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX reservation_of_job ON reservation (job_id);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO job (id, name, engine, preset, project, priority, position, status, reason, pause, cancel, checked, spec, reserves, source, progress, stage, failure, warnings, artifacts, attempts, retry_at, created, started, ended, elapsed_s, removed) VALUES
    (1, 'Opening', 'ffmpeg', 'h264', '', 2, 1.0, 'completed', 'done, with warnings', 0, 0, 1, CAST('{"engine":"ffmpeg","source":"/media/opening.mov","name":"Opening","preset":"h264","output":"/out/opening.mp4","if_exists":"version","settings":{"crf":18},"priority":2,"argv":[],"cwd":"","env":{},"expects":[],"max_attempts":3,"timeout_s":0.0,"project":"","tags":["spot","b"],"notes":"","submitter":""}' AS BLOB), '/out/opening.mp4', NULL, 1.0, '', NULL, CAST('["It is dark."]' AS BLOB), CAST('[{"written":"/out/.rm/1/opening.mp4","final":"/out/opening.mp4","size_bytes":42,"sha256":"abababababababababababababababababababababababababababababababab"}]' AS BLOB), 1, NULL, 1772366400.0, 1772366400.0, 1772366420.0, 12.5, NULL);
INSERT INTO job (id, name, engine, preset, project, priority, position, status, reason, pause, cancel, checked, spec, reserves, source, progress, stage, failure, warnings, artifacts, attempts, retry_at, created, started, ended, elapsed_s, removed) VALUES
    (2, 'Broken', 'ffmpeg', 'h264', '', 2, 2.0, 'failed', '“broken.mov” is damaged.', 0, 0, 1, CAST('{"engine":"ffmpeg","source":"/media/broken.mov","name":"Broken","preset":"h264","output":"/out/broken.mp4","if_exists":"version","settings":{},"priority":2,"argv":[],"cwd":"","env":{},"expects":[],"max_attempts":3,"timeout_s":0.0,"project":"","tags":[],"notes":"","submitter":""}' AS BLOB), '/out/broken.mp4', NULL, 0.0, '', CAST('{"kind":"invalid_input","message":"“broken.mov” is damaged.","hint":"Export it again.","retry":"after_fix","detail":"moov atom not found"}' AS BLOB), NULL, NULL, 1, NULL, 1772366420.0, 1772366420.0, 1772366425.0, 5.0, NULL);
INSERT INTO job (id, name, engine, preset, project, priority, position, status, reason, pause, cancel, checked, spec, reserves, source, progress, stage, failure, warnings, artifacts, attempts, retry_at, created, started, ended, elapsed_s, removed) VALUES
    (3, 'Running', 'ffmpeg', 'h264', '', 1, 3.0, 'rendering', '', 0, 0, 1, CAST('{"engine":"ffmpeg","source":"/media/running.mov","name":"Running","preset":"h264","output":"/out/running.mp4","if_exists":"version","settings":{},"priority":1,"argv":[],"cwd":"","env":{},"expects":[],"max_attempts":3,"timeout_s":0.0,"project":"","tags":[],"notes":"","submitter":""}' AS BLOB), '/out/running.mp4', NULL, 0.0, '', NULL, NULL, NULL, 1, NULL, 1772366425.0, 1772366425.0, NULL, 0.0, NULL);
INSERT INTO job (id, name, engine, preset, project, priority, position, status, reason, pause, cancel, checked, spec, reserves, source, progress, stage, failure, warnings, artifacts, attempts, retry_at, created, started, ended, elapsed_s, removed) VALUES
    (4, 'Waiting', 'ffmpeg', 'h264', '', 2, 4.0, 'queued', 'ready', 0, 0, 1, CAST('{"engine":"ffmpeg","source":"/media/waiting.mov","name":"Waiting","preset":"h264","output":"/out/waiting.mp4","if_exists":"version","settings":{},"priority":2,"argv":[],"cwd":"","env":{},"expects":[],"max_attempts":3,"timeout_s":0.0,"project":"","tags":[],"notes":"","submitter":""}' AS BLOB), '/out/waiting.mp4', CAST('{"kind":"video","container":"mov","duration_s":4.0,"frames":100,"rate":"25/1","width":1920,"height":1080,"video_codec":"prores","pixel_format":"yuv422p10le","audio_codec":"","audio_streams":0,"sample_rate":0,"channels":0,"size_bytes":0,"first_frame":0,"missing_frames":""}' AS BLOB), 0.0, '', NULL, NULL, NULL, 0, NULL, 1772366425.0, NULL, NULL, 0.0, NULL);
INSERT INTO job (id, name, engine, preset, project, priority, position, status, reason, pause, cancel, checked, spec, reserves, source, progress, stage, failure, warnings, artifacts, attempts, retry_at, created, started, ended, elapsed_s, removed) VALUES
    (5, 'Gone', 'ffmpeg', 'h264', '', 2, 5.0, 'cancelled', 'removed', 0, 0, 1, CAST('{"engine":"ffmpeg","source":"","name":"Gone","preset":"h264","output":"","if_exists":"version","settings":{},"priority":2,"argv":[],"cwd":"","env":{},"expects":[],"max_attempts":3,"timeout_s":0.0,"project":"","tags":[],"notes":"","submitter":""}' AS BLOB), '', NULL, 0.0, '', NULL, NULL, NULL, 0, NULL, 1772366425.0, NULL, 1772366425.0, 0.0, 1772366425.0);
INSERT INTO task (id, job_id, number, state, fence, tries, priority, position, retry_at) VALUES
    (1, 1, 0, 'completed', 1, 0, 2, 1.0, NULL);
INSERT INTO task (id, job_id, number, state, fence, tries, priority, position, retry_at) VALUES
    (2, 2, 0, 'failed', 1, 1, 2, 2.0, NULL);
INSERT INTO task (id, job_id, number, state, fence, tries, priority, position, retry_at) VALUES
    (3, 3, 0, 'running', 1, 0, 1, 3.0, NULL);
INSERT INTO task (id, job_id, number, state, fence, tries, priority, position, retry_at) VALUES
    (4, 4, 0, 'queued', 0, 0, 2, 4.0, NULL);
INSERT INTO task (id, job_id, number, state, fence, tries, priority, position, retry_at) VALUES
    (5, 5, 0, 'cancelled', 0, 0, 2, 5.0, NULL);
INSERT INTO attempt (id, task_id, job_id, fence, state, supervisor, process, folder, log, artifacts, started, ended, exit_code, outcome, failure, elapsed_s) VALUES
    (1, 1, 1, 1, 'completed', 'blade', 'process 7', '', '', CAST('[{"written":"/out/.rm/1/opening.mp4","final":"/out/opening.mp4","size_bytes":42,"sha256":"abababababababababababababababababababababababababababababababab"}]' AS BLOB), 1772366400.0, 1772366420.0, 0, 'completed', NULL, 12.5);
INSERT INTO attempt (id, task_id, job_id, fence, state, supervisor, process, folder, log, artifacts, started, ended, exit_code, outcome, failure, elapsed_s) VALUES
    (2, 2, 2, 1, 'failed', 'blade', 'process 7', '', '', NULL, 1772366420.0, 1772366425.0, 1, 'failed', CAST('{"kind":"invalid_input","message":"“broken.mov” is damaged.","hint":"Export it again.","retry":"after_fix","detail":"moov atom not found"}' AS BLOB), 5.0);
INSERT INTO attempt (id, task_id, job_id, fence, state, supervisor, process, folder, log, artifacts, started, ended, exit_code, outcome, failure, elapsed_s) VALUES
    (3, 3, 3, 1, 'running', 'blade', 'process 7', '', '', NULL, 1772366425.0, NULL, NULL, '', NULL, 0.0);
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (1, 1772366400.0, 'added', 1, 0, '', 'queued', 'added to the queue', 'cli');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (2, 1772366400.0, 'moved', 1, 1, 'queued', 'starting', 'its turn has come', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (3, 1772366400.0, 'moved', 1, 0, 'queued', 'rendering', 'its turn has come', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (4, 1772366400.0, 'moved', 1, 1, 'starting', 'running', 'the program runs', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (5, 1772366400.0, 'moved', 1, 1, 'running', 'verifying', 'the program ended well', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (6, 1772366420.0, 'moved', 1, 1, 'verifying', 'completed', 'done, with warnings', '');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (7, 1772366420.0, 'moved', 1, 0, 'rendering', 'completed', 'done, with warnings', '');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (8, 1772366420.0, 'added', 2, 0, '', 'queued', 'added to the queue', 'cli');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (9, 1772366420.0, 'moved', 2, 2, 'queued', 'starting', 'its turn has come', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (10, 1772366420.0, 'moved', 2, 0, 'queued', 'rendering', 'its turn has come', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (11, 1772366420.0, 'moved', 2, 2, 'starting', 'running', 'the program runs', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (12, 1772366425.0, 'moved', 2, 2, 'running', 'failed', '“broken.mov” is damaged.', '');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (13, 1772366425.0, 'moved', 2, 0, 'rendering', 'failed', '“broken.mov” is damaged.', '');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (14, 1772366425.0, 'added', 3, 0, '', 'queued', 'added to the queue', 'cli');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (15, 1772366425.0, 'moved', 3, 3, 'queued', 'starting', 'its turn has come', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (16, 1772366425.0, 'moved', 3, 0, 'queued', 'rendering', 'its turn has come', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (17, 1772366425.0, 'moved', 3, 3, 'starting', 'running', 'the program runs', 'scheduler');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (18, 1772366425.0, 'added', 4, 0, '', 'pending', 'added to the queue', 'cli');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (19, 1772366425.0, 'moved', 4, 0, 'pending', 'validating', 'looking inside the source', '');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (20, 1772366425.0, 'moved', 4, 4, 'held', 'queued', 'the source is good', '');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (21, 1772366425.0, 'moved', 4, 0, 'validating', 'queued', 'ready', '');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (22, 1772366425.0, 'added', 5, 0, '', 'queued', 'added to the queue', 'cli');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (23, 1772366425.0, 'moved', 5, 5, 'queued', 'cancelled', 'removed', 'window');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (24, 1772366425.0, 'moved', 5, 0, 'queued', 'cancelled', 'removed', 'window');
INSERT INTO event (id, at, kind, job_id, task_id, old, new, reason, actor) VALUES
    (25, 1772366425.0, 'removed', 5, 0, 'queued', '', 'removed', 'window');
INSERT INTO reservation (path, job_id) VALUES
    ('/out/running.mp4', 3);
INSERT INTO reservation (path, job_id) VALUES
    ('/out/waiting.mp4', 4);
INSERT INTO setting (name, value) VALUES
    ('uid', 'd6b1bd61b79eed2a');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence (name, seq) VALUES
    ('attempt', 3);
INSERT INTO sqlite_sequence (name, seq) VALUES
    ('event', 25);
INSERT INTO sqlite_sequence (name, seq) VALUES
    ('job', 5);
INSERT INTO sqlite_sequence (name, seq) VALUES
    ('task', 5);
ALTER TABLE task ADD COLUMN adaptation BLOB;
ALTER TABLE task ADD COLUMN postponed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE attempt ADD COLUMN adaptation BLOB;
UPDATE task SET tries = 1, postponed = 2,
    adaptation = CAST('{"shrink":1,"alone":true,"software":false}' AS BLOB) WHERE id = 4;
ALTER TABLE job ADD COLUMN tasks INTEGER NOT NULL DEFAULT 1;
ALTER TABLE job ADD COLUMN shared TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN spec BLOB;
CREATE INDEX job_shared ON job (ended) WHERE shared <> '';
UPDATE job SET tasks = 2, shared = '/out/.rendermanager-3-shared' WHERE id = 3;
UPDATE task SET spec = CAST('{"name":"frames 1-5","frames":"1-5"}' AS BLOB) WHERE job_id = 3;
INSERT INTO task (job_id, number, state, priority, position, spec) VALUES
    (3, 1, 'held', 50, 3.0, CAST('{"name":"encode","step":"encode","after":[0]}' AS BLOB));
ALTER TABLE attempt ADD COLUMN made_from TEXT NOT NULL DEFAULT '';
ALTER TABLE attempt ADD COLUMN had TEXT NOT NULL DEFAULT '';
UPDATE attempt SET made_from = 'b5bb9d8014a0f9b1', had = '1-3' WHERE id = 3;
ALTER TABLE attempt ADD COLUMN kept BLOB;
ALTER TABLE attempt ADD COLUMN limit_s REAL NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN made TEXT NOT NULL DEFAULT '';
CREATE INDEX job_made ON job (status) WHERE made <> '';
UPDATE job SET made = '/out' WHERE id = 3;
UPDATE attempt SET limit_s = 90, kept = CAST(
    '{"origin":{"order":"c0ffee","source":"beef","named":""},"device":7,"warnings":["It is dark."]}'
    AS BLOB) WHERE id = 3;
ALTER TABLE job ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN size_bytes INTEGER;
CREATE TABLE job_text (
    job_id INTEGER PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
    words TEXT NOT NULL
);
CREATE TRIGGER job_size AFTER UPDATE OF artifacts ON job BEGIN
    UPDATE job SET size_bytes =
        (SELECT sum(value ->> '$.size_bytes') FROM json_each(NEW.artifacts)) WHERE id = NEW.id;
END;
CREATE INDEX job_listed ON job (
    CASE status WHEN 'rendering' THEN 0 WHEN 'failed' THEN 2 WHEN 'completed' THEN 3
        WHEN 'cancelled' THEN 3 ELSE 1 END,
    CASE WHEN status IN ('failed', 'completed', 'cancelled') THEN -ended ELSE priority END,
    position, id, status, stage, retry_at, warnings IS NOT NULL, preset, engine, priority,
    progress, created, started, ended, elapsed_s, attempts, size_bytes
) WHERE removed IS NULL;
CREATE INDEX job_by_name ON job (
    name_key,
    CASE status WHEN 'rendering' THEN 0 WHEN 'failed' THEN 2 WHEN 'completed' THEN 3
        WHEN 'cancelled' THEN 3 ELSE 1 END,
    CASE WHEN status IN ('failed', 'completed', 'cancelled') THEN -ended ELSE priority END,
    position, id, status
) WHERE removed IS NULL;
UPDATE job SET name_key = 'opening' WHERE id = 1;
UPDATE job SET name_key = 'broken' WHERE id = 2;
UPDATE job SET name_key = 'running' WHERE id = 3;
UPDATE job SET name_key = 'waiting' WHERE id = 4;
UPDATE job SET name_key = 'gone' WHERE id = 5;
UPDATE job SET size_bytes = 42 WHERE id = 1;
INSERT INTO job_text VALUES (1,
    char(1) || 'opening' || char(2) || 'h264' || char(3) || 'ffmpeg' || char(4) || char(5) || '/media/opening.mov' || char(6) || '/out/opening.mp4' || char(7) || 'spot
b' || char(8));
INSERT INTO job_text VALUES (2,
    char(1) || 'broken' || char(2) || 'h264' || char(3) || 'ffmpeg' || char(4) || char(5) || '/media/broken.mov' || char(6) || '/out/broken.mp4' || char(7) || char(8));
INSERT INTO job_text VALUES (3,
    char(1) || 'running' || char(2) || 'h264' || char(3) || 'ffmpeg' || char(4) || char(5) || '/media/running.mov' || char(6) || '/out/running.mp4' || char(7) || char(8));
INSERT INTO job_text VALUES (4,
    char(1) || 'waiting' || char(2) || 'h264' || char(3) || 'ffmpeg' || char(4) || char(5) || '/media/waiting.mov' || char(6) || '/out/waiting.mp4' || char(7) || char(8));
INSERT INTO job_text VALUES (5,
    char(1) || 'gone' || char(2) || 'h264' || char(3) || 'ffmpeg' || char(4) || char(5) || char(6) || char(7) || char(8));
CREATE TABLE consumption (
    attempt_id INTEGER PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    seconds REAL NOT NULL, cpu_s REAL NOT NULL, memory INTEGER NOT NULL,
    card_memory INTEGER NOT NULL, read INTEGER NOT NULL, written INTEGER NOT NULL
);
CREATE INDEX consumption_of_kind ON consumption (kind, attempt_id);
INSERT INTO consumption VALUES (2, 'ffmpeg h264 2^21', 12.0, 20.5, 300000000, 0, 4096, 8192);
COMMIT;
