"""The supervisor's parts: it owns one renderer's whole process tree and outlives the app.

Only the light end of the standard library is used here (no dataclasses, typing, pathlib,
subprocess or logging): a supervisor has to be ready before a person notices.

```
app ──stdin──► wire.ControlReader ─► loop.Supervisor ─► render.Render ─► host, tree ─► renderer
app ◄─stdout── wire.Outbox ◄──────── forward.Forwarder ◄─ lines.LineCutter ◄── its two pipes
                                     logfile.LogFile   ◄──────┘
```

`host`, `tree` and `watcher` are what the loop asks of a system; `posix`, `windows` and `darwin` are
the answers.
"""
