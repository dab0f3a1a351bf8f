"""The queue on disk: SQLite through APSW and peewee, one writer, frozen values out."""
