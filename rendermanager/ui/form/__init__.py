"""A form for the settings of any engine, made from their type: no engine has one of its own."""
