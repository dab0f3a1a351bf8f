<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A queue for renders: many jobs, any engine, nothing lost.</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>Eine Warteschlange fürs Rendern: viele Aufträge, jedes Programm, nichts geht verloren.</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Data folder</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>License</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Python</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>Python</translation>
    </message>
    <message>
        <source>Qt for Python</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>Qt for Python</translation>
    </message>
    <message>
        <source>Render Manager</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>Render Manager</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>ui/dialogs/about.py</extracomment>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>Hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n jobs</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>
            <numerusform>%n Auftrag hinzufügen</numerusform>
            <numerusform>%n Aufträge hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a job</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>Auftrag hinzufügen</translation>
    </message>
    <message>
        <source>Add files, or drop them here.</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>Dateien hinzufügen oder hier ablegen.</translation>
    </message>
    <message>
        <source>Add job</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>Auftrag hinzufügen</translation>
    </message>
    <message>
        <source>Add jobs</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>Aufträge hinzufügen</translation>
    </message>
    <message>
        <source>Allow</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Look at it…</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>Ansehen…</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>Als Vorgabe speichern…</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>
            <numerusform>Alle %n zeigen</numerusform>
            <numerusform>Alle %n zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>the sample</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>das Beispiel</translation>
    </message>
    <message>
        <source>{free} free</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>{free} frei</translation>
    </message>
    <message>
        <source>{free} free on {volume}</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>{free} frei auf {volume}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>
            <numerusform>{names} und %n weitere</numerusform>
            <numerusform>{names} und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} would run code on your machine: that needs your approval.</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>{names}: Hier würde fremder Code auf diesem Rechner laufen. Das muss erst erlaubt werden.</translation>
    </message>
    <message>
        <source>{title} from {name}</source>
        <extracomment>ui/dialogs/add/dialog.py</extracomment>
        <translation>{title} aus {name}</translation>
    </message>
</context>
<context>
    <name>AddForm</name>
    <message>
        <source>Beside the source</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Neben der Quelle</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Do not render</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Nicht rendern</translation>
    </message>
    <message>
        <source>File name</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>If it exists</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Falls vorhanden</translation>
    </message>
    <message>
        <source>Named after each source</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Nach der jeweiligen Quelle benannt</translation>
    </message>
    <message>
        <source>Number the new file (_v002)</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Neue Datei nummerieren (_v002)</translation>
    </message>
    <message>
        <source>Preset</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Replace it once the new one is checked</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Ersetzen, sobald die neue geprüft ist</translation>
    </message>
    <message>
        <source>Save in</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>Sources</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Your usual preset where it fits, else the first one that does.</source>
        <extracomment>ui/dialogs/add/form.py</extracomment>
        <translation>Die übliche Vorgabe, wo sie passt, sonst die erste passende.</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message numerus="yes">
        <source>%n things could not be added.</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>
            <numerusform>%n Sache ließ sich nicht hinzufügen.</numerusform>
            <numerusform>%n Sachen ließen sich nicht hinzufügen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n jobs</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>
            <numerusform>%n Auftrag hinzugefügt</numerusform>
            <numerusform>%n Aufträge hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>Added “{name}”</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>„{name}“ hinzugefügt</translation>
    </message>
    <message>
        <source>It is too late to undo: the jobs have ended</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>Zu spät zum Rückgängigmachen: Die Aufträge sind schon beendet</translation>
    </message>
    <message>
        <source>Looking at what was added…</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>Hinzugefügtes wird untersucht…</translation>
    </message>
    <message>
        <source>Not added after all</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>Doch nicht hinzugefügt</translation>
    </message>
    <message>
        <source>Not added after all; what rendered already is ended</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>Doch nicht hinzugefügt; was schon rendert, wird beendet</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>Es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>One thing could not be added.</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>Eines ließ sich nicht hinzufügen.</translation>
    </message>
    <message>
        <source>That could not be undone.</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>Das ließ sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>There was nothing to render.</source>
        <extracomment>ui/window/adding.py</extracomment>
        <translation>Es gab nichts zu rendern.</translation>
    </message>
</context>
<context>
    <name>AdvancedSection</name>
    <message>
        <source>Advanced</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Backups</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Data folder</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Datenordner</translation>
    </message>
    <message numerus="yes">
        <source>End after %n seconds</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>
            <numerusform>Nach %n Sekunde beenden</numerusform>
            <numerusform>Nach %n Sekunden beenden</numerusform>
        </translation>
    </message>
    <message>
        <source>End after 15 minutes</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Nach 15 Minuten beenden</translation>
    </message>
    <message>
        <source>End after 5 minutes</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Nach 5 Minuten beenden</translation>
    </message>
    <message>
        <source>End after an hour</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Nach einer Stunde beenden</translation>
    </message>
    <message>
        <source>Folders that jobs may read</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Ordner, die Aufträge lesen dürfen</translation>
    </message>
    <message>
        <source>If the app dies</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Wenn das Programm abstürzt</translation>
    </message>
    <message>
        <source>Jobs of nexrender read footage in the folder of their file and in these, such as a drive with footage. For any other file you are asked.</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Aufträge für nexrender lesen Material im Ordner ihrer Datei und in diesen, etwa einem Laufwerk mit Aufnahmen. Bei jeder anderen Datei wird nachgefragt.</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Fertig rendern lassen</translation>
    </message>
    <message>
        <source>Never end them</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Nie beenden</translation>
    </message>
    <message>
        <source>Nothing on this machine opens “{path}”.</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Kein Programm auf diesem Rechner öffnet „{path}“.</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Renders that hang</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Hängende Aufträge</translation>
    </message>
    <message>
        <source>Stop the renders</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Rendern beenden</translation>
    </message>
    <message>
        <source>The queue is copied every few minutes while it changes.</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Die Warteschlange wird alle paar Minuten kopiert, solange sie sich ändert.</translation>
    </message>
    <message>
        <source>What becomes of renders when Render Manager crashes. Those that finish are taken over when it is started again.</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Was mit laufenden Aufträgen geschieht, wenn Render Manager abstürzt. Die weiterlaufen, werden beim nächsten Start übernommen.</translation>
    </message>
    <message>
        <source>When a render that prints, computes, reads and writes nothing is ended and tried once more. Automatic goes by the pace of each render.</source>
        <extracomment>ui/pages/section_advanced.py</extracomment>
        <translation>Wann ein Auftrag, der nichts ausgibt, rechnet, liest oder schreibt, beendet und noch einmal versucht wird. Automatisch richtet sich nach dem Tempo des jeweiligen Auftrags.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Another language is spoken from the next start of Render Manager on.</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Eine andere Sprache gilt ab dem nächsten Start von Render Manager.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Kompakte Zeilen</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark where the system does not say.</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Dunkel, wo das System nichts vorgibt.</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Rows of the queue are low, with more of them in sight.</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Niedrige Zeilen in der Warteschlange, damit mehr davon zu sehen sind.</translation>
    </message>
    <message>
        <source>Theme</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Farben</translation>
    </message>
</context>
<context>
    <name>ApplicationsSection</name>
    <message>
        <source>Applications</source>
        <extracomment>ui/pages/section_engines.py</extracomment>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <extracomment>ui/pages/section_engines.py</extracomment>
        <translation>Wird gesucht…</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>A folder that is yours can be allowed for every job in the settings.</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>In den Einstellungen lässt sich ein eigener Ordner für alle Aufträge freigeben.</translation>
    </message>
    <message>
        <source>Allow and add</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Erlauben und hinzufügen</translation>
    </message>
    <message>
        <source>Allow it only if you know who has made it. It holds for exactly this content: after any change you are asked again.</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Nur erlauben, wenn bekannt ist, von wem es stammt. Die Erlaubnis gilt für genau diesen Inhalt: Nach jeder Änderung wird wieder gefragt.</translation>
    </message>
    <message>
        <source>Content {mark}</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Inhalt {mark}</translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Expression</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Nothing in it needs your approval any more.</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Nichts davon muss noch erlaubt werden.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Reads elsewhere</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Liest anderswo</translation>
    </message>
    <message>
        <source>Script</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Stays installed</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Bleibt installiert</translation>
    </message>
    <message>
        <source>What would run</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Was laufen würde</translation>
    </message>
    <message>
        <source>Writes elsewhere</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>Schreibt anderswo</translation>
    </message>
    <message>
        <source>belongs to {owner}</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>gehört {owner}</translation>
    </message>
    <message>
        <source>last changed {time}</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>zuletzt geändert {time}</translation>
    </message>
    <message>
        <source>others on this machine may change it</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>andere auf diesem Rechner können es ändern</translation>
    </message>
    <message>
        <source>{names} would read other files</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>{names}: Hier würden andere Dateien gelesen</translation>
    </message>
    <message>
        <source>{names} would run code on your machine</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>{names}: Hier würde fremder Code auf diesem Rechner laufen</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <extracomment>ui/dialogs/approval.py</extracomment>
        <translation>
            <numerusform>… und %n weiteres</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Cancelled {count} jobs</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>{count} Aufträge abgebrochen</translation>
    </message>
    <message>
        <source>Cancelled “{name}”</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>„{name}“ abgebrochen</translation>
    </message>
    <message>
        <source>Changed “{name}”</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>„{name}“ geändert</translation>
    </message>
    <message>
        <source>Cleared {count} jobs</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>{count} Aufträge aufgeräumt</translation>
    </message>
    <message>
        <source>Cleared “{name}”</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>„{name}“ aufgeräumt</translation>
    </message>
    <message>
        <source>Job {id}</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>Auftrag {id}</translation>
    </message>
    <message>
        <source>Moved {count} jobs</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>{count} Aufträge verschoben</translation>
    </message>
    <message>
        <source>Moved “{name}”</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>„{name}“ verschoben</translation>
    </message>
    <message>
        <source>Removed {count} jobs</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>{count} Aufträge entfernt</translation>
    </message>
    <message>
        <source>Removed “{name}”</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>„{name}“ entfernt</translation>
    </message>
    <message>
        <source>There was nothing to clear</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>Es gab nichts aufzuräumen</translation>
    </message>
    <message>
        <source>{count} jobs have priority {priority}</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>{count} Aufträge haben die Priorität {priority}</translation>
    </message>
    <message>
        <source>{count} more could not be changed either.</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>{count} weitere ließen sich auch nicht ändern.</translation>
    </message>
    <message>
        <source>“{name}” has priority {priority}</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>„{name}“ hat die Priorität {priority}</translation>
    </message>
    <message>
        <source>“{name}” {why}.</source>
        <extracomment>ui/queue/asking.py</extracomment>
        <translation>„{name}“ {why}.</translation>
    </message>
</context>
<context>
    <name>AttemptsModel</name>
    <message>
        <source>exit code {code}</source>
        <extracomment>ui/inspector/attempts_tab.py</extracomment>
        <translation>Exit-Code {code}</translation>
    </message>
</context>
<context>
    <name>AttemptsTab</name>
    <message>
        <source>Attempts</source>
        <extracomment>ui/inspector/attempts_tab.py</extracomment>
        <translation>Versuche</translation>
    </message>
</context>
<context>
    <name>BackupControl</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>1 job</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>Backups</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>None yet</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Restore…</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>{when} · {count}</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>{when} · {count}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <extracomment>ui/widgets/banner.py</extracomment>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>CauseCard</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <extracomment>ui/pages/cause_card.py</extracomment>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>1 job</source>
        <extracomment>ui/pages/cause_card.py</extracomment>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>Run again</source>
        <extracomment>ui/pages/cause_card.py</extracomment>
        <translation>Erneut rendern</translation>
    </message>
    <message numerus="yes">
        <source>Run all %n jobs again</source>
        <extracomment>ui/pages/cause_card.py</extracomment>
        <translation>
            <numerusform>Den %n Auftrag erneut rendern</numerusform>
            <numerusform>Alle %n Aufträge erneut rendern</numerusform>
        </translation>
    </message>
    <message>
        <source>and {number} more</source>
        <extracomment>ui/pages/cause_card.py</extracomment>
        <translation>und {number} weitere</translation>
    </message>
    <message>
        <source>last {time}</source>
        <extracomment>ui/pages/cause_card.py</extracomment>
        <translation>zuletzt {time}</translation>
    </message>
</context>
<context>
    <name>ChangesPanel</name>
    <message>
        <source>Change the preset</source>
        <extracomment>ui/dialogs/add/changes.py</extracomment>
        <translation>Vorgabe ändern</translation>
    </message>
    <message>
        <source>To change settings, choose one preset for all sources.</source>
        <extracomment>ui/dialogs/add/changes.py</extracomment>
        <translation>Um Einstellungen zu ändern, eine Vorgabe für alle Quellen wählen.</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Add a folder</source>
        <extracomment>ui/dialogs/choosing.py</extracomment>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add files</source>
        <extracomment>ui/dialogs/choosing.py</extracomment>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <extracomment>ui/dialogs/choosing.py</extracomment>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Everything that can be rendered</source>
        <extracomment>ui/dialogs/choosing.py</extracomment>
        <translation>Alles, was sich rendern lässt</translation>
    </message>
    <message>
        <source>Video, sound and pictures</source>
        <extracomment>ui/dialogs/choosing.py</extracomment>
        <translation>Video, Ton und Bilder</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <extracomment>ui/dialogs/palette.py</extracomment>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Commands</source>
        <extracomment>ui/dialogs/palette.py</extracomment>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <extracomment>ui/dialogs/palette.py</extracomment>
        <translation>Was soll geschehen?</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>No job has failed</source>
        <extracomment>ui/window/commands.py</extracomment>
        <translation>Kein Auftrag ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Saved the preset “{name}”</source>
        <extracomment>ui/window/commands.py</extracomment>
        <translation>Vorgabe „{name}“ gespeichert</translation>
    </message>
    <message>
        <source>There are no files on the clipboard</source>
        <extracomment>ui/window/commands.py</extracomment>
        <translation>Die Zwischenablage enthält keine Dateien</translation>
    </message>
    <message>
        <source>There is nothing to search here</source>
        <extracomment>ui/window/commands.py</extracomment>
        <translation>Hier gibt es nichts zu durchsuchen</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <extracomment>ui/window/commands.py</extracomment>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Attempts</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Cause</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Ended</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Preset</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Warnings</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Warnungen</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Close</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare “{name}”</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>„{name}“ vergleichen</translation>
    </message>
    <message>
        <source>Differences are marked.</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Unterschiede sind markiert.</translation>
    </message>
    <message>
        <source>The one before</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Der vorige</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Es gibt keinen Unterschied.</translation>
    </message>
    <message>
        <source>This render</source>
        <extracomment>ui/dialogs/compare.py</extracomment>
        <translation>Dieser Auftrag</translation>
    </message>
</context>
<context>
    <name>CountdownDialog</name>
    <message numerus="yes">
        <source>In %n seconds</source>
        <extracomment>ui/dialogs/countdown.py</extracomment>
        <translation>
            <numerusform>In %n Sekunde</numerusform>
            <numerusform>In %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>In 1 second</source>
        <extracomment>ui/dialogs/countdown.py</extracomment>
        <translation>In 1 Sekunde</translation>
    </message>
    <message>
        <source>Stay as it is</source>
        <extracomment>ui/dialogs/countdown.py</extracomment>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>ui/dialogs/countdown.py</extracomment>
        <translation>Verbleibende Zeit</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>No program on this machine opens “{name}”.</source>
        <extracomment>ui/queue/desktop.py</extracomment>
        <translation>Kein Programm auf diesem Rechner öffnet „{name}“.</translation>
    </message>
    <message>
        <source>The folder “{path}” could not be opened.</source>
        <extracomment>ui/queue/desktop.py</extracomment>
        <translation>Der Ordner „{path}“ ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>“{name}” is not in “{folder}” any more.</source>
        <extracomment>ui/queue/desktop.py</extracomment>
        <translation>„{name}“ liegt nicht mehr in „{folder}“.</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Cancel</source>
        <extracomment>ui/dialogs/frame.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <extracomment>ui/window/display.py</extracomment>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <extracomment>ui/window/display.py</extracomment>
        <translation>&amp;Warteschlange anhalten</translation>
    </message>
    <message>
        <source>&amp;Resume queue</source>
        <extracomment>ui/window/display.py</extracomment>
        <translation>&amp;Warteschlange fortsetzen</translation>
    </message>
    <message>
        <source>1 job</source>
        <extracomment>ui/window/display.py</extracomment>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <extracomment>ui/window/display.py</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <extracomment>ui/window/display.py</extracomment>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n jobs</source>
        <extracomment>ui/window/display.py</extracomment>
        <translation>
            <numerusform>{shown} von %n Auftrag</numerusform>
            <numerusform>{shown} von %n Aufträgen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message numerus="yes">
        <source>%n files</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>Add %n files at the end</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>
            <numerusform>%n Datei am Ende hinzufügen</numerusform>
            <numerusform>%n Dateien am Ende hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add 1 file at the end</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>1 Datei am Ende hinzufügen</translation>
    </message>
    <message>
        <source>Add {files} and {folders}</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>{files} und {folders} hinzufügen</translation>
    </message>
    <message>
        <source>Add {folders}</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>{folders} hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Install %n preset files</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>
            <numerusform>%n Vorgabendatei installieren</numerusform>
            <numerusform>%n Vorgabendateien installieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Install the preset file</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>Die Vorgabendatei installieren</translation>
    </message>
    <message>
        <source>No engine reads this</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>Das liest kein Programm</translation>
    </message>
    <message numerus="yes">
        <source>Open %n files, and choose what to render</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>
            <numerusform>%n Datei öffnen und wählen, was gerendert wird</numerusform>
            <numerusform>%n Dateien öffnen und wählen, was gerendert wird</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the file, and choose what to render of it</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>Die Datei öffnen und wählen, was davon gerendert wird</translation>
    </message>
    <message numerus="yes">
        <source>what is in %n folders</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>
            <numerusform>den Inhalt von %n Ordner</numerusform>
            <numerusform>den Inhalt von %n Ordnern</numerusform>
        </translation>
    </message>
    <message>
        <source>what is in the folder</source>
        <extracomment>ui/window/drops.py</extracomment>
        <translation>den Inhalt des Ordners</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>With the preset {preset}, beside the source</source>
        <extracomment>ui/window/dropping.py</extracomment>
        <translation>Mit der Vorgabe {preset}, neben die Quelle</translation>
    </message>
    <message>
        <source>With the preset {preset}, into {folder}</source>
        <extracomment>ui/window/dropping.py</extracomment>
        <translation>Mit der Vorgabe {preset}, nach {folder}</translation>
    </message>
</context>
<context>
    <name>EditJobDialog</name>
    <message>
        <source>Edit settings</source>
        <extracomment>ui/dialogs/edit_job.py</extracomment>
        <translation>Einstellungen bearbeiten</translation>
    </message>
    <message>
        <source>Edit “{name}”</source>
        <extracomment>ui/dialogs/edit_job.py</extracomment>
        <translation>„{name}“ bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>ui/dialogs/edit_job.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>ui/dialogs/edit_job.py</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>ui/dialogs/edit_job.py</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>ui/dialogs/edit_job.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>{engine} · {preset} · keeps its place in the queue</source>
        <extracomment>ui/dialogs/edit_job.py</extracomment>
        <translation>{engine} · {preset} · behält den Platz in der Warteschlange</translation>
    </message>
</context>
<context>
    <name>ElidedLabel</name>
    <message>
        <source>Copy</source>
        <extracomment>ui/widgets/elided.py</extracomment>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>EmptyQueue</name>
    <message>
        <source>Add files…</source>
        <extracomment>ui/window/empty_queue.py</extracomment>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Drop something to render</source>
        <extracomment>ui/window/empty_queue.py</extracomment>
        <translation>Hier ablegen, was gerendert werden soll</translation>
    </message>
    <message>
        <source>Try a sample job</source>
        <extracomment>ui/window/empty_queue.py</extracomment>
        <translation>Beispielauftrag ausprobieren</translation>
    </message>
    <message>
        <source>Videos, sound, pictures and image sequences, or folders of them.</source>
        <extracomment>ui/window/empty_queue.py</extracomment>
        <translation>Videos, Ton, Bilder und Bildfolgen oder Ordner damit.</translation>
    </message>
    <message>
        <source>not found — set up</source>
        <extracomment>ui/window/empty_queue.py</extracomment>
        <translation>nicht gefunden – einrichten</translation>
    </message>
    <message>
        <source>{version} found</source>
        <extracomment>ui/window/empty_queue.py</extracomment>
        <translation>{version} gefunden</translation>
    </message>
    <message>
        <source>…</source>
        <extracomment>ui/window/empty_queue.py</extracomment>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>FailuresPanel</name>
    <message>
        <source>1 job failed</source>
        <extracomment>ui/pages/failures.py</extracomment>
        <translation>1 Auftrag fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failures by cause</source>
        <extracomment>ui/pages/failures.py</extracomment>
        <translation>Fehlschläge nach Ursache</translation>
    </message>
    <message>
        <source>Jobs that cannot be rendered show up here, by what went wrong.</source>
        <extracomment>ui/pages/failures.py</extracomment>
        <translation>Aufträge, die sich nicht rendern lassen, erscheinen hier, nach Ursachen geordnet.</translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <extracomment>ui/pages/failures.py</extracomment>
        <translation>Nichts ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Try now</source>
        <extracomment>ui/pages/failures.py</extracomment>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>one cause</source>
        <extracomment>ui/pages/failures.py</extracomment>
        <translation>eine Ursache</translation>
    </message>
    <message>
        <source>{number} causes</source>
        <extracomment>ui/pages/failures.py</extracomment>
        <translation>{number} Ursachen</translation>
    </message>
    <message>
        <source>{number} jobs failed</source>
        <extracomment>ui/pages/failures.py</extracomment>
        <translation>{number} Aufträge fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message numerus="yes">
        <source>%n files</source>
        <extracomment>ui/inspector/files_tab.py</extracomment>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Not there any more</source>
        <extracomment>ui/inspector/files_tab.py</extracomment>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <extracomment>ui/inspector/files_tab.py</extracomment>
        <translation>Noch nicht geschrieben</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>ui/inspector/files_tab.py</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>ui/inspector/files_tab.py</extracomment>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>This job writes no files that are known.</source>
        <extracomment>ui/inspector/files_tab.py</extracomment>
        <translation>Von diesem Auftrag sind keine Dateien bekannt.</translation>
    </message>
</context>
<context>
    <name>Finishing</name>
    <message>
        <source>Do nothing</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Hibernate</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Ruhezustand</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Bildschirm sperren</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Shut down</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Sleep</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Energie sparen</translation>
    </message>
    <message>
        <source>The computer did not do what was chosen: {error}</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Der Rechner hat nicht getan, was gewählt war: {error}</translation>
    </message>
    <message>
        <source>The queue has finished: Render Manager quits</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Die Warteschlange ist fertig: Render Manager wird beendet</translation>
    </message>
    <message>
        <source>The queue has finished: the computer goes to sleep</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Die Warteschlange ist fertig: Der Rechner geht in den Energiesparmodus</translation>
    </message>
    <message>
        <source>The queue has finished: the computer hibernates</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Die Warteschlange ist fertig: Der Rechner geht in den Ruhezustand</translation>
    </message>
    <message>
        <source>The queue has finished: the computer shuts down</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Die Warteschlange ist fertig: Der Rechner fährt herunter</translation>
    </message>
    <message>
        <source>The queue has finished: the screen is locked</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Die Warteschlange ist fertig: Der Bildschirm wird gesperrt</translation>
    </message>
    <message>
        <source>This computer does not offer it</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Dieser Rechner bietet das nicht an</translation>
    </message>
    <message>
        <source>When &amp;finished</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Wenn &amp;alles fertig ist</translation>
    </message>
    <message>
        <source>When finished</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Wenn alles fertig ist</translation>
    </message>
    <message>
        <source>When finished: {choice}</source>
        <extracomment>ui/window/finishing.py</extracomment>
        <translation>Wenn alles fertig ist: {choice}</translation>
    </message>
</context>
<context>
    <name>FoldersControl</name>
    <message>
        <source>Add…</source>
        <extracomment>ui/pages/setting_folders.py</extracomment>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Choose a folder that jobs may read</source>
        <extracomment>ui/pages/setting_folders.py</extracomment>
        <translation>Ordner wählen, den Aufträge lesen dürfen</translation>
    </message>
    <message>
        <source>Folders that jobs may read</source>
        <extracomment>ui/pages/setting_folders.py</extracomment>
        <translation>Ordner, die Aufträge lesen dürfen</translation>
    </message>
    <message>
        <source>None yet</source>
        <extracomment>ui/pages/setting_folders.py</extracomment>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>ui/pages/setting_folders.py</extracomment>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>GaugeFeed</name>
    <message>
        <source>CPU</source>
        <extracomment>ui/window/gauge_feed.py</extracomment>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Disk</source>
        <extracomment>ui/window/gauge_feed.py</extracomment>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Disk {volume}</source>
        <extracomment>ui/window/gauge_feed.py</extracomment>
        <translation>Platte {volume}</translation>
    </message>
    <message>
        <source>GPU</source>
        <extracomment>ui/window/gauge_feed.py</extracomment>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <extracomment>ui/window/gauge_feed.py</extracomment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>VRAM</source>
        <extracomment>ui/window/gauge_feed.py</extracomment>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>{size} free</source>
        <extracomment>ui/window/gauge_feed.py</extracomment>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>{used} of {total}</source>
        <extracomment>ui/window/gauge_feed.py</extracomment>
        <translation>{used} von {total}</translation>
    </message>
</context>
<context>
    <name>GaugeStrip</name>
    <message>
        <source>Load of this computer</source>
        <extracomment>ui/widgets/gauges.py</extracomment>
        <translation>Auslastung dieses Rechners</translation>
    </message>
</context>
<context>
    <name>HeatStrip</name>
    <message>
        <source>Cores</source>
        <extracomment>ui/pages/resources_heat.py</extracomment>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Load of each processor</source>
        <extracomment>ui/pages/resources_heat.py</extracomment>
        <translation>Last jedes Prozessors</translation>
    </message>
</context>
<context>
    <name>HistoryDeeds</name>
    <message>
        <source>Export the history</source>
        <extracomment>ui/pages/history_deeds.py</extracomment>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <extracomment>ui/pages/history_deeds.py</extracomment>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n jobs to “{name}”</source>
        <extracomment>ui/pages/history_deeds.py</extracomment>
        <translation>
            <numerusform>%n Auftrag in „{name}“ geschrieben</numerusform>
            <numerusform>%n Aufträge in „{name}“ geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrote 1 job to “{name}”</source>
        <extracomment>ui/pages/history_deeds.py</extracomment>
        <translation>1 Auftrag in „{name}“ geschrieben</translation>
    </message>
    <message>
        <source>“{name}” was not rendered before</source>
        <extracomment>ui/pages/history_deeds.py</extracomment>
        <translation>„{name}“ wurde vorher nicht gerendert</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Ended</source>
        <extracomment>ui/pages/history_model.py</extracomment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Job</source>
        <extracomment>ui/pages/history_model.py</extracomment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Preset</source>
        <extracomment>ui/pages/history_model.py</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>ui/pages/history_model.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>ui/pages/history_model.py</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>ui/pages/history_model.py</extracomment>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>ui/pages/history_model.py</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <extracomment>ui/pages/history_model.py</extracomment>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs run again</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>
            <numerusform>%n Auftrag wird erneut gerendert</numerusform>
            <numerusform>%n Aufträge werden erneut gerendert</numerusform>
        </translation>
    </message>
    <message>
        <source>1 job</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>1 job runs again</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>1 Auftrag wird erneut gerendert</translation>
    </message>
    <message>
        <source>By cause</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Nach Ursache</translation>
    </message>
    <message>
        <source>Compare with the render before…</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Mit dem vorigen vergleichen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>History</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No job has ended yet. What renders shows up here when it is done.</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Noch ist kein Auftrag beendet. Was rendert, erscheint hier, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>No job matches.</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Kein Auftrag passt.</translation>
    </message>
    <message>
        <source>Nothing was queued again.</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Nichts wurde wieder eingereiht.</translation>
    </message>
    <message>
        <source>Open output</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Run again</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Erneut rendern</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show why jobs failed, with what they have in common</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Zeigt, warum Aufträge fehlschlugen und was sie gemeinsam haben</translation>
    </message>
    <message>
        <source>Write what is listed, older ones too, into a CSV file</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>Alles Gelistete, auch Älteres, in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>{count} shown, older ones follow</source>
        <extracomment>ui/pages/history.py</extracomment>
        <translation>{count} gezeigt, ältere folgen</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Ended jobs</source>
        <extracomment>ui/pages/history_view.py</extracomment>
        <translation>Beendete Aufträge</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Every day</source>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>all day</source>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>as usual</source>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>away</source>
        <comment>short for: only while nobody works at the computer</comment>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>nothing starts</source>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>nichts beginnt</translation>
    </message>
    <message>
        <source>one render at once</source>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>ein Auftrag zur Zeit</translation>
    </message>
    <message>
        <source>only while nobody works here</source>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>nur solange niemand am Rechner ist</translation>
    </message>
    <message>
        <source>{days}, {hours}: {allowed}</source>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>{days}, {hours}: {allowed}</translation>
    </message>
    <message>
        <source>{number} renders at once</source>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>{number} Aufträge gleichzeitig</translation>
    </message>
    <message>
        <source>{number} × the usual number</source>
        <extracomment>ui/language/hours_words.py</extracomment>
        <translation>{number} × die übliche Zahl</translation>
    </message>
</context>
<context>
    <name>HoursControl</name>
    <message>
        <source>Add…</source>
        <extracomment>ui/pages/setting_hours.py</extracomment>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <extracomment>ui/pages/setting_hours.py</extracomment>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <extracomment>ui/pages/setting_hours.py</extracomment>
        <translation>Stunden der Woche</translation>
    </message>
    <message>
        <source>Move down: counts for more</source>
        <extracomment>ui/pages/setting_hours.py</extracomment>
        <translation>Nach unten: zählt mehr</translation>
    </message>
    <message>
        <source>Move up</source>
        <extracomment>ui/pages/setting_hours.py</extracomment>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Now: {allowed}.</source>
        <extracomment>ui/pages/setting_hours.py</extracomment>
        <translation>Jetzt: {allowed}.</translation>
    </message>
    <message>
        <source>Now: {allowed}. From {time} on: {then}.</source>
        <extracomment>ui/pages/setting_hours.py</extracomment>
        <translation>Jetzt: {allowed}. Ab {time}: {then}.</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>ui/pages/setting_hours.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Renders run as usual at any hour.</source>
        <extracomment>ui/pages/setting_hours.py</extracomment>
        <translation>Zu jeder Stunde wird wie üblich gerendert.</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>A multiple of the usual number</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Ein Vielfaches der üblichen Zahl</translation>
    </message>
    <message>
        <source>A number of renders at once</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Eine Zahl gleichzeitiger Aufträge</translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add hours</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Stunden hinzufügen</translation>
    </message>
    <message>
        <source>All day</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Ganztägig</translation>
    </message>
    <message>
        <source>Allowed</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change hours</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Stunden ändern</translation>
    </message>
    <message>
        <source>Days</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Tage</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Hours</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Uhrzeiten</translation>
    </message>
    <message>
        <source>Nothing starts</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Nichts beginnt</translation>
    </message>
    <message>
        <source>Only while nobody works here</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Nur solange niemand am Rechner ist</translation>
    </message>
    <message>
        <source>Renders at once</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Gleichzeitig rendern</translation>
    </message>
    <message>
        <source>The hours end when they begin. Choose “All day” for the whole day.</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Sie enden, wenn sie beginnen. Für den ganzen Tag gibt es „Ganztägig“.</translation>
    </message>
    <message>
        <source>Times the usual number</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>Mal die übliche Zahl</translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>ui/dialogs/hours_window.py</extracomment>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%n jobs selected</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>
            <numerusform>%n Auftrag ausgewählt</numerusform>
            <numerusform>%n Aufträge ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>About the job</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Über den Auftrag</translation>
    </message>
    <message>
        <source>Added</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Added by</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Hinzugefügt von</translation>
    </message>
    <message>
        <source>Attempt {number} of {most}</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Versuch {number} von {most}</translation>
    </message>
    <message>
        <source>Attempts</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancelled {time}</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Abgebrochen {time}</translation>
    </message>
    <message>
        <source>Checking the output</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Ergebnis wird geprüft</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Seitenleiste mit Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Codec</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Cut off</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Abgerissen</translation>
    </message>
    <message>
        <source>Details</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Details</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ended</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Files</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Frame {frame} of {frames}</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Bild {frame} von {frames}</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Log</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Log</translation>
    </message>
    <message>
        <source>Missing</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Moving the output into place</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Ergebnis wird an seinen Platz gelegt</translation>
    </message>
    <message>
        <source>Not started</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Notes</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Output</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Picture</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Preset</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Project</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Run again</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Erneut rendern</translation>
    </message>
    <message>
        <source>Running</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Select a job to see everything about it.</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Einen Auftrag auswählen, um alles darüber zu sehen.</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Source</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>The buttons act on all of them.</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Die Tasten wirken auf alle davon.</translation>
    </message>
    <message>
        <source>The details are copied.</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Die Einzelheiten sind kopiert.</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Usage</source>
        <extracomment>ui/inspector/panel.py</extracomment>
        <translation>Bedarf</translation>
    </message>
    <message>
        <source>almost done</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>gleich fertig</translation>
    </message>
    <message>
        <source>failed {time}</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>fehlgeschlagen {time}</translation>
    </message>
    <message>
        <source>finished {time}</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>fertig {time}</translation>
    </message>
    <message>
        <source>paused</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>{number} fps</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>{number} fps</translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>ui/inspector/facts.py</extracomment>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>Installing</name>
    <message>
        <source>A preset was not installed.</source>
        <extracomment>ui/window/installing.py</extracomment>
        <translation>Eine Vorgabe wurde nicht installiert.</translation>
    </message>
    <message>
        <source>Install {program}</source>
        <extracomment>ui/pages/setting_install.py</extracomment>
        <translation>{program} installieren</translation>
    </message>
    <message numerus="yes">
        <source>Installed %n presets</source>
        <extracomment>ui/window/installing.py</extracomment>
        <translation>
            <numerusform>%n Vorgabe installiert</numerusform>
            <numerusform>%n Vorgaben installiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed the preset “{name}”</source>
        <extracomment>ui/window/installing.py</extracomment>
        <translation>Vorgabe „{name}“ installiert</translation>
    </message>
    <message>
        <source>Not installed after all</source>
        <extracomment>ui/window/installing.py</extracomment>
        <translation>Doch nicht installiert</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>ui/pages/setting_install.py</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>These presets were there already</source>
        <extracomment>ui/window/installing.py</extracomment>
        <translation>Diese Vorgaben gab es schon</translation>
    </message>
</context>
<context>
    <name>Interior</name>
    <message>
        <source>History</source>
        <extracomment>ui/window/interior.py</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Notifications</source>
        <extracomment>ui/window/interior.py</extracomment>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Presets</source>
        <extracomment>ui/window/interior.py</extracomment>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Queue</source>
        <extracomment>ui/window/interior.py</extracomment>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Resources</source>
        <extracomment>ui/window/interior.py</extracomment>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>ui/window/interior.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <comment>the code of the language of this translation</comment>
        <extracomment>ui/language/said.py</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>All lines</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Break long lines</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Errors</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Follow new lines</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Neuen Zeilen folgen</translation>
    </message>
    <message>
        <source>Go to the first error</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Zum ersten Fehler</translation>
    </message>
    <message>
        <source>Lines to show</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
        <source>Log saved</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Protokoll gespeichert</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>No log yet.</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Noch kein Protokoll.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>The log cannot be read.</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Das Protokoll lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The log could not be saved: {reason}.</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Das Protokoll ließ sich nicht speichern: {reason}.</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Das Protokoll ist leer.</translation>
    </message>
    <message>
        <source>The log is not there any more.</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Das Protokoll ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Warnings</source>
        <extracomment>ui/inspector/log_tab.py</extracomment>
        <translation>Warnungen</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <extracomment>ui/inspector/log_view.py</extracomment>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Render Manager</source>
        <extracomment>ui/window/main_window.py</extracomment>
        <translation>Render Manager</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;About Render Manager</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Über Render Manager</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>&amp;Compact rows</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Kompakte Zeilen</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <extracomment>ui/window/menus.py</extracomment>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <extracomment>ui/window/menus.py</extracomment>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>&amp;Gauges</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Auslastung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>ui/window/menus.py</extracomment>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <extracomment>ui/window/menus.py</extracomment>
        <translation>&amp;Auftrag</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Mitteilungen</translation>
    </message>
    <message>
        <source>&amp;Paste files</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>Dateien &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Warteschlange anhalten</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>V&amp;orgaben</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Resources</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>A&amp;uslastung</translation>
    </message>
    <message>
        <source>&amp;Run failed again</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>Fehlgeschlagene e&amp;rneut rendern</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <extracomment>ui/window/menus.py</extracomment>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Try a sample job</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Beispielauftrag ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>ui/window/menus.py</extracomment>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Clear &amp;cancelled</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Abgebrochene aufräumen</translation>
    </message>
    <message>
        <source>Clear &amp;done</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Fertige aufräumen</translation>
    </message>
    <message>
        <source>Clear &amp;failed</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>F&amp;ehlgeschlagene aufräumen</translation>
    </message>
    <message>
        <source>Follow running &amp;job</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Laufendem Auftrag folgen</translation>
    </message>
    <message>
        <source>Open the &amp;data folder</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Datenordner öffnen</translation>
    </message>
    <message>
        <source>Pause &amp;everything now</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Alles sofort anhalten</translation>
    </message>
    <message>
        <source>Pause after the current jobs</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>Nach den laufenden Aufträgen anhalten</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>Warteschlange fortsetzen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <extracomment>ui/window/menu_texts.py</extracomment>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Theme</source>
        <extracomment>ui/window/menus.py</extracomment>
        <translation>Farben</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Copy details</source>
        <extracomment>ui/inspector/cards.py</extracomment>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <extracomment>ui/inspector/cards.py</extracomment>
        <translation>Trotzdem behalten</translation>
    </message>
    <message>
        <source>Run again</source>
        <extracomment>ui/inspector/cards.py</extracomment>
        <translation>Erneut rendern</translation>
    </message>
    <message>
        <source>Show log</source>
        <extracomment>ui/inspector/cards.py</extracomment>
        <translation>Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message numerus="yes">
        <source>%n done</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs have ended</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>
            <numerusform>%n Auftrag beendet</numerusform>
            <numerusform>%n Aufträge beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with warnings</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>
            <numerusform>%n mit Warnungen</numerusform>
            <numerusform>%n mit Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Run again</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>Erneut rendern</translation>
    </message>
    <message>
        <source>Run failed again</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>Fehlgeschlagene erneut</translation>
    </message>
    <message>
        <source>Show job</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>Auftrag zeigen</translation>
    </message>
    <message>
        <source>View log</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>neu</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>ui/pages/notes_model.py</extracomment>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Clear all</source>
        <extracomment>ui/pages/notes.py</extracomment>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Cleared the notifications</source>
        <extracomment>ui/pages/notes.py</extracomment>
        <translation>Mitteilungen gelöscht</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <extracomment>ui/pages/notes.py</extracomment>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>Notifications</source>
        <extracomment>ui/pages/notes.py</extracomment>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>What is done, has failed or needs you shows up here.</source>
        <extracomment>ui/pages/notes.py</extracomment>
        <translation>Was fertig ist, fehlschlug oder Aufmerksamkeit braucht, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>Notifications</source>
        <extracomment>ui/pages/notes_view.py</extracomment>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>ui/pages/notes_view.py</extracomment>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show failures only</source>
        <extracomment>ui/pages/notes_view.py</extracomment>
        <translation>Nur Fehler zeigen</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Show all jobs</source>
        <extracomment>ui/queue/pane.py</extracomment>
        <translation>Alle Aufträge zeigen</translation>
    </message>
</context>
<context>
    <name>NoticesSection</name>
    <message>
        <source>Close to the tray</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>In die Systemleiste schließen</translation>
    </message>
    <message>
        <source>Closing the window keeps rendering; needs an icon in the system&apos;s tray.</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Nach dem Schließen des Fensters wird weiter gerendert; braucht ein Symbol in der Systemleiste.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>One for a batch, and at once when something fails; none while this window is in use.</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Eine je Stapel, und sofort, wenn etwas fehlschlägt; keine, solange dieses Fenster benutzt wird.</translation>
    </message>
    <message>
        <source>Tell when renders end</source>
        <extracomment>ui/pages/section_desktop.py</extracomment>
        <translation>Melden, wenn Aufträge enden</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Disk {volume}</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>Platte {volume}</translation>
    </message>
    <message>
        <source>GPU</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>GPU</translation>
    </message>
    <message>
        <source>does not answer</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>encoder {share}</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>Encoder {share}</translation>
    </message>
    <message>
        <source>videos: {count}</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>Videos: {count}</translation>
    </message>
    <message>
        <source>{rate} read</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>{rate} gelesen</translation>
    </message>
    <message>
        <source>{rate} written</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>{rate} geschrieben</translation>
    </message>
    <message>
        <source>{share} busy</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>{share} ausgelastet</translation>
    </message>
    <message>
        <source>{size} free</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>{used} of {total}</source>
        <extracomment>ui/pages/resources_panels.py</extracomment>
        <translation>{used} von {total}</translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message>
        <source>All</source>
        <extracomment>ui/dialogs/add/part_list.py</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <extracomment>ui/dialogs/add/part_list.py</extracomment>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>ui/dialogs/add/part_list.py</extracomment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>{chosen} of {all}</source>
        <extracomment>ui/dialogs/add/part_list.py</extracomment>
        <translation>{chosen} von {all}</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message numerus="yes">
        <source>%n animations</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>
            <numerusform>%n Animation</numerusform>
            <numerusform>%n Animationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files missing</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>
            <numerusform>%n Datei fehlt</numerusform>
            <numerusform>%n Dateien fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 animation</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>1 Animation</translation>
    </message>
    <message>
        <source>1 file missing</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>1 Datei fehlt</translation>
    </message>
    <message>
        <source>Compositions</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>Kompositionen</translation>
    </message>
    <message>
        <source>Contents</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Jobs in the file</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>Aufträge in der Datei</translation>
    </message>
    <message>
        <source>Scenes</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>Szenen</translation>
    </message>
    <message>
        <source>camera “{name}”</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>Kamera „{name}“</translation>
    </message>
    <message>
        <source>frame {number}</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>Bild {number}</translation>
    </message>
    <message>
        <source>frames {first} to {last}</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>Bilder {first} bis {last}</translation>
    </message>
    <message>
        <source>frames {first}–{last}</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>Bilder {first}–{last}</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>{frames} in steps of {step}</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>{frames} in Schritten von {step}</translation>
    </message>
    <message>
        <source>{number} fps</source>
        <extracomment>ui/dialogs/add/part_words.py</extracomment>
        <translation>{number} fps</translation>
    </message>
</context>
<context>
    <name>PathEdit</name>
    <message>
        <source>Choose a file…</source>
        <extracomment>ui/form/editors.py</extracomment>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <extracomment>ui/form/editors.py</extracomment>
        <translation>Ordner wählen…</translation>
    </message>
</context>
<context>
    <name>PresetDeeds</name>
    <message>
        <source>Deleted “{name}”</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>„{name}“ gelöscht</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>Vorgabe exportieren</translation>
    </message>
    <message>
        <source>Exported to “{name}”</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>Nach „{name}“ exportiert</translation>
    </message>
    <message>
        <source>Import presets</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>Vorgaben importieren</translation>
    </message>
    <message numerus="yes">
        <source>Installed %n presets</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>
            <numerusform>%n Vorgabe installiert</numerusform>
            <numerusform>%n Vorgaben installiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Installed “{name}”</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>„{name}“ installiert</translation>
    </message>
    <message>
        <source>Preset files (*.json *.toml)</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>Vorgabendateien (*.json *.toml)</translation>
    </message>
    <message>
        <source>Preset files (*.json)</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>Vorgabendateien (*.json)</translation>
    </message>
    <message>
        <source>Saved “{name}”</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>„{name}“ gespeichert</translation>
    </message>
    <message>
        <source>These presets were there already</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>Diese Vorgaben gab es schon</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <source>“{name}” is yours to change</source>
        <extracomment>ui/pages/preset_deeds.py</extracomment>
        <translation>„{name}“ lässt sich jetzt ändern</translation>
    </message>
</context>
<context>
    <name>PresetDetails</name>
    <message>
        <source>Command for the sample</source>
        <extracomment>ui/pages/preset_details.py</extracomment>
        <translation>Befehl für das Beispiel</translation>
    </message>
    <message>
        <source>Description</source>
        <extracomment>ui/pages/preset_details.py</extracomment>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Favourite</source>
        <extracomment>ui/pages/preset_details.py</extracomment>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>ui/pages/preset_details.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Preset</source>
        <extracomment>ui/pages/preset_details.py</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Sets {values}</source>
        <extracomment>ui/pages/preset_details.py</extracomment>
        <translation>Setzt {values}</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>ui/pages/preset_details.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>built in, cannot be changed</source>
        <extracomment>ui/pages/preset_details.py</extracomment>
        <translation>mitgeliefert, nicht änderbar</translation>
    </message>
    <message>
        <source>yours</source>
        <extracomment>ui/pages/preset_details.py</extracomment>
        <translation>eigene</translation>
    </message>
</context>
<context>
    <name>PresetFoot</name>
    <message>
        <source>Delete</source>
        <extracomment>ui/pages/preset_foot.py</extracomment>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <extracomment>ui/pages/preset_foot.py</extracomment>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <extracomment>ui/pages/preset_foot.py</extracomment>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>ui/pages/preset_foot.py</extracomment>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>ui/pages/preset_foot.py</extracomment>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>PresetTrial</name>
    <message>
        <source>A minute of it would be about {size} and take about {time}.</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>Eine Minute davon hätte etwa {size} und würde etwa {time} dauern.</translation>
    </message>
    <message>
        <source>In the queue, before everything else…</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>In der Warteschlange, vor allem anderen…</translation>
    </message>
    <message>
        <source>It is rendered by the queue; nothing is kept among your files.</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>Die Warteschlange rendert es; unter den eigenen Dateien bleibt nichts zurück.</translation>
    </message>
    <message>
        <source>Looking at the film…</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>Der Film wird untersucht…</translation>
    </message>
    <message>
        <source>Open the result</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Rendering…</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>Rendert…</translation>
    </message>
    <message>
        <source>Test of “{preset}”</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>Test von „{preset}“</translation>
    </message>
    <message>
        <source>Test on 5 seconds</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>An 5 Sekunden testen</translation>
    </message>
    <message>
        <source>Test on 5 seconds of a film</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>An 5 Sekunden eines Films testen</translation>
    </message>
    <message>
        <source>The queue is paused: the test waits until it goes on.</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>Die Warteschlange ist angehalten: Der Test wartet, bis sie fortgesetzt wird.</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>of another film…</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>eines anderen Films…</translation>
    </message>
    <message>
        <source>{engine} cannot be tested on the sample: it needs a project of yours.</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>{engine} lässt sich am Beispiel nicht testen: Dafür ist ein eigenes Projekt nötig.</translation>
    </message>
    <message>
        <source>{size} in {time}.</source>
        <extracomment>ui/pages/preset_trial.py</extracomment>
        <translation>{size} in {time}.</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Delivery</source>
        <extracomment>ui/dialogs/add/preset_box.py</extracomment>
        <translation>Ausspielung</translation>
    </message>
    <message>
        <source>Editing</source>
        <extracomment>ui/dialogs/add/preset_box.py</extracomment>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Favourites</source>
        <extracomment>ui/dialogs/add/preset_box.py</extracomment>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Image sequence</source>
        <extracomment>ui/dialogs/add/preset_box.py</extracomment>
        <translation>Bildfolge</translation>
    </message>
    <message>
        <source>Mine</source>
        <extracomment>ui/dialogs/add/preset_box.py</extracomment>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>One picture</source>
        <extracomment>ui/dialogs/add/preset_box.py</extracomment>
        <translation>Einzelbild</translation>
    </message>
    <message>
        <source>Sound</source>
        <extracomment>ui/dialogs/add/preset_box.py</extracomment>
        <translation>Ton</translation>
    </message>
    <message>
        <source>What suits each source</source>
        <extracomment>ui/dialogs/add/preset_box.py</extracomment>
        <translation>Was zur jeweiligen Quelle passt</translation>
    </message>
</context>
<context>
    <name>PresetsModel</name>
    <message>
        <source>Changed, and not saved yet</source>
        <extracomment>ui/pages/presets_model.py</extracomment>
        <translation>Geändert und noch nicht gespeichert</translation>
    </message>
    <message>
        <source>built in</source>
        <extracomment>ui/pages/presets_model.py</extracomment>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>changes not saved</source>
        <extracomment>ui/pages/presets_model.py</extracomment>
        <translation>Änderungen nicht gespeichert</translation>
    </message>
    <message>
        <source>favourite</source>
        <extracomment>ui/pages/presets_model.py</extracomment>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>yours</source>
        <extracomment>ui/pages/presets_model.py</extracomment>
        <translation>eigene</translation>
    </message>
</context>
<context>
    <name>PresetsPage</name>
    <message numerus="yes">
        <source>%n of them yours</source>
        <extracomment>ui/pages/presets.py</extracomment>
        <translation>
            <numerusform>%n davon eigene</numerusform>
            <numerusform>%n davon eigene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n presets</source>
        <extracomment>ui/pages/presets.py</extracomment>
        <translation>
            <numerusform>%n Vorgabe</numerusform>
            <numerusform>%n Vorgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with unsaved changes</source>
        <extracomment>ui/pages/presets.py</extracomment>
        <translation>
            <numerusform>%n mit ungespeicherten Änderungen</numerusform>
            <numerusform>%n mit ungespeicherten Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Discarded the changes to “{name}”</source>
        <extracomment>ui/pages/presets.py</extracomment>
        <translation>Änderungen an „{name}“ verworfen</translation>
    </message>
    <message>
        <source>Import…</source>
        <extracomment>ui/pages/presets.py</extracomment>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>No preset matches.</source>
        <extracomment>ui/pages/presets.py</extracomment>
        <translation>Keine Vorgabe passt.</translation>
    </message>
    <message>
        <source>Presets</source>
        <extracomment>ui/pages/presets.py</extracomment>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Search the presets</source>
        <extracomment>ui/pages/presets.py</extracomment>
        <translation>Vorgaben durchsuchen</translation>
    </message>
</context>
<context>
    <name>PresetsView</name>
    <message>
        <source>Presets</source>
        <extracomment>ui/pages/presets_view.py</extracomment>
        <translation>Vorgaben</translation>
    </message>
</context>
<context>
    <name>PreviewPicture</name>
    <message>
        <source>Preview</source>
        <extracomment>ui/inspector/preview.py</extracomment>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Close</source>
        <extracomment>ui/dialogs/problems.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <extracomment>ui/dialogs/problems.py</extracomment>
        <translation>Alles kopieren</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; “Copy all” takes every one.</source>
        <extracomment>ui/dialogs/problems.py</extracomment>
        <translation>
            <numerusform>… und %n weiteres; „Alles kopieren“ nimmt jedes.</numerusform>
            <numerusform>… und %n weitere; „Alles kopieren“ nimmt alle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgramControl</name>
    <message>
        <source>Asking for its version…</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>Nach der Version wird gefragt…</translation>
    </message>
    <message>
        <source>Browse…</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose the program of {engine}</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>Programm von {engine} wählen</translation>
    </message>
    <message>
        <source>Rendering something tiny…</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>Etwas Winziges wird gerendert…</translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Use the one found</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>Gefundenes verwenden</translation>
    </message>
    <message>
        <source>came with Render Manager</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>mit Render Manager geliefert</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>selbst gewählt</translation>
    </message>
    <message>
        <source>found on this machine</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>auf diesem Rechner gefunden</translation>
    </message>
    <message>
        <source>from the environment</source>
        <extracomment>ui/pages/setting_programs.py</extracomment>
        <translation>aus der Umgebung</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>#</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>#</translation>
    </message>
    <message>
        <source>A command has no settings to edit</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Ein Befehl hat keine Einstellungen zum Bearbeiten</translation>
    </message>
    <message>
        <source>A command has no settings to keep</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Ein Befehl hat keine Einstellungen zum Speichern</translation>
    </message>
    <message>
        <source>Added</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Added: {time}</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Hinzugefügt: {time}</translation>
    </message>
    <message>
        <source>After {time}</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Nach {time}</translation>
    </message>
    <message>
        <source>Again in {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Erneut in {time}</translation>
    </message>
    <message>
        <source>Again now</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Gleich noch einmal</translation>
    </message>
    <message>
        <source>Almost done</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Gleich fertig</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Versuch {number}</translation>
    </message>
    <message>
        <source>Attempt {number} of {limit}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Versuch {number} von {limit}</translation>
    </message>
    <message>
        <source>Attempts</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>Cancelled {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Abbruch {time}</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Bricht ab</translation>
    </message>
    <message>
        <source>Checking</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Checking the result…</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Choose a job first</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Erst einen Auftrag auswählen</translation>
    </message>
    <message>
        <source>Choose fewer jobs</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Weniger Aufträge auswählen</translation>
    </message>
    <message>
        <source>Choose fewer jobs: too many would open</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Weniger Aufträge auswählen: So viele lassen sich nicht öffnen</translation>
    </message>
    <message>
        <source>Choose one job to edit</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Einen Auftrag zum Bearbeiten auswählen</translation>
    </message>
    <message>
        <source>Choose one job to keep its settings</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Einen Auftrag auswählen, um seine Einstellungen zu speichern</translation>
    </message>
    <message>
        <source>Choose one job to see its log</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Einen Auftrag auswählen, um sein Protokoll zu sehen</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done with warnings</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Fertig mit Warnungen</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Ending its processes…</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Prozesse werden beendet…</translation>
    </message>
    <message>
        <source>Engine</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Renderer</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Wird geschätzt…</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Failed {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Fehler {time}</translation>
    </message>
    <message>
        <source>Finished</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Finished {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Fertig {time}</translation>
    </message>
    <message>
        <source>Finishing</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Schließt ab</translation>
    </message>
    <message>
        <source>Frame {frame}</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Bild {frame}</translation>
    </message>
    <message>
        <source>Frame {frame} of {frames}</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Bild {frame} von {frames}</translation>
    </message>
    <message>
        <source>High</source>
        <extracomment>ui/queue/rows.py</extracomment>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>In line</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>In der Reihe</translation>
    </message>
    <message>
        <source>It has ended already</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Er ist schon beendet</translation>
    </message>
    <message>
        <source>It has no output</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Er hat kein Ergebnis</translation>
    </message>
    <message>
        <source>It has not ended yet</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Er ist noch nicht beendet</translation>
    </message>
    <message>
        <source>It has not failed</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Er ist nicht fehlgeschlagen</translation>
    </message>
    <message>
        <source>It has not run yet, so there is no log</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Er lief noch nicht, also gibt es kein Protokoll</translation>
    </message>
    <message>
        <source>It has started already: duplicate it instead</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Er hat schon begonnen: stattdessen duplizieren</translation>
    </message>
    <message>
        <source>It reads no file</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Er liest keine Datei</translation>
    </message>
    <message>
        <source>It renders: cancel it first</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Er rendert: erst abbrechen</translation>
    </message>
    <message>
        <source>Its file is checked soon</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Die Datei wird bald geprüft</translation>
    </message>
    <message>
        <source>Its source was not looked at yet</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Seine Quelle wurde noch nicht untersucht</translation>
    </message>
    <message>
        <source>Job</source>
        <extracomment>ui/language/speaking.py</extracomment>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Looking inside the file…</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Die Datei wird untersucht…</translation>
    </message>
    <message>
        <source>Low</source>
        <extracomment>ui/queue/rows.py</extracomment>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>No progress</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Kein Fortschritt</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>ui/queue/rows.py</extracomment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Not rendered</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Nicht gerendert</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Noch nicht begonnen</translation>
    </message>
    <message>
        <source>Only a job that waits can be moved</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Nur ein wartender Auftrag lässt sich verschieben</translation>
    </message>
    <message>
        <source>Output</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Output: {path}</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Ergebnis: {path}</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Preset</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Queued</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Rendering</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Rendert</translation>
    </message>
    <message>
        <source>Retrying</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Saving…</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Show the run order without a filter first</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Erst die Reihenfolge ohne Filter zeigen</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Sorted by attempts, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Versuchen geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by elapsed time, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Laufzeit geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by engine, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Renderer geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by name, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Namen geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by number, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Nummer geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by output, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Ergebnis geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by preset, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Vorgabe geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by priority, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Priorität geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by progress, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Fortschritt geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by size, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Größe geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by status, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach Status geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by the time they ended, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach dem Ende geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by the time they started, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach dem Beginn geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Sorted by the time they were added, not in run order</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Nach dem Hinzufügen geordnet, nicht nach Reihenfolge</translation>
    </message>
    <message>
        <source>Source: {path}</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Quelle: {path}</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stopped in the middle</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Mittendrin angehalten</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>ui/queue/rows.py</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>Taking longer</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>Dauert länger</translation>
    </message>
    <message>
        <source>The queue is paused</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Die Warteschlange ist angehalten</translation>
    </message>
    <message>
        <source>There is no result yet</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>Es gibt noch kein Ergebnis</translation>
    </message>
    <message>
        <source>There is no status “{word}”.</source>
        <extracomment>ui/queue/filtering.py</extracomment>
        <translation>Es gibt keinen Status „{word}“.</translation>
    </message>
    <message>
        <source>There is no status “{word}”. Did you mean “{guess}”?</source>
        <extracomment>ui/queue/filtering.py</extracomment>
        <translation>Es gibt keinen Status „{word}“. Ist „{guess}“ gemeint?</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>ui/queue/columns.py</extracomment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Urgent</source>
        <extracomment>ui/queue/rows.py</extracomment>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>ui/queue/states.py</extracomment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>about {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>done about {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>fertig gegen {time}</translation>
    </message>
    <message>
        <source>done at {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>fertig um {time}</translation>
    </message>
    <message>
        <source>done {day_and_time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>fertig {day_and_time}</translation>
    </message>
    <message>
        <source>ends about {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>endet etwa {time}</translation>
    </message>
    <message>
        <source>ends {day_and_time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>endet {day_and_time}</translation>
    </message>
    <message>
        <source>for {time}</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>than usual ({times}×)</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>als üblich ({times}×)</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>morgen {time}</translation>
    </message>
    <message>
        <source>with the queue</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>mit der Warteschlange</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>gestern {time}</translation>
    </message>
    <message>
        <source>{date} {time}</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{date} {time}</translation>
    </message>
    <message>
        <source>{days} d</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{days} T</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{large} {small}</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{large} {small}</translation>
    </message>
    <message>
        <source>{low}–{high}</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{low}–{high}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{number} percent</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>{number} Prozent</translation>
    </message>
    <message>
        <source>{number}&#xa0;%</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{place} in line</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>Platz {place}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <extracomment>ui/queue/amounts.py</extracomment>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>{some} of {all} do not wait</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>{some} von {all} warten nicht</translation>
    </message>
    <message>
        <source>{some} of {all} have ended already</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>{some} von {all} sind schon beendet</translation>
    </message>
    <message>
        <source>{some} of {all} have no output</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>{some} von {all} haben kein Ergebnis</translation>
    </message>
    <message>
        <source>{some} of {all} have no result yet</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>{some} von {all} haben noch kein Ergebnis</translation>
    </message>
    <message>
        <source>{some} of {all} have not ended yet</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>{some} von {all} sind noch nicht beendet</translation>
    </message>
    <message>
        <source>{some} of {all} have not failed</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>{some} von {all} sind nicht fehlgeschlagen</translation>
    </message>
    <message>
        <source>{some} of {all} read no file</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>{some} von {all} lesen keine Datei</translation>
    </message>
    <message>
        <source>{some} of {all} render: cancel them first</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>{some} von {all} rendern: erst abbrechen</translation>
    </message>
    <message>
        <source>{some} of {all} were not looked at yet</source>
        <extracomment>ui/queue/verbs.py</extracomment>
        <translation>{some} von {all} wurden noch nicht untersucht</translation>
    </message>
    <message>
        <source>{time} left</source>
        <extracomment>ui/queue/times.py</extracomment>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{time} of {whole}</source>
        <extracomment>ui/queue/texts.py</extracomment>
        <translation>{time} von {whole}</translation>
    </message>
</context>
<context>
    <name>QueueActions</name>
    <message>
        <source>&amp;Cancel</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Error</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Fehler</translation>
    </message>
    <message>
        <source>&amp;Job as JSON</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Auftrag als JSON</translation>
    </message>
    <message>
        <source>&amp;Open output</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Ergebnis öffnen</translation>
    </message>
    <message>
        <source>&amp;Output path</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Pfad des Ergebnisses</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <extracomment>ui/queue/actions.py</extracomment>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <extracomment>ui/queue/actions.py</extracomment>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Co&amp;mmand</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>Be&amp;fehl</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>ui/queue/actions.py</extracomment>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>ui/queue/actions.py</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Dupl&amp;icate…</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
        <source>Edit settings…</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>Einstellungen bearbeiten…</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>Nach o&amp;ben</translation>
    </message>
    <message>
        <source>Move to &amp;bottom</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Ganz nach unten</translation>
    </message>
    <message>
        <source>Move to &amp;top</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>Ganz nach &amp;oben</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>ui/queue/actions.py</extracomment>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>E&amp;rneut rendern</translation>
    </message>
    <message>
        <source>Run &amp;next</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>Als &amp;Nächstes rendern</translation>
    </message>
    <message>
        <source>Run a&amp;gain from the start</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Von Anfang an rendern</translation>
    </message>
    <message>
        <source>Save as pr&amp;eset…</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>Als &amp;Vorgabe speichern…</translation>
    </message>
    <message>
        <source>Show &amp;source</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Quelle zeigen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Im Ordner zeigen</translation>
    </message>
    <message>
        <source>View &amp;log</source>
        <extracomment>ui/queue/looks.py</extracomment>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>QueueHeader</name>
    <message>
        <source>Number (#)</source>
        <extracomment>ui/queue/header.py</extracomment>
        <translation>Nummer (#)</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Add</source>
        <extracomment>ui/window/queue_page.py</extracomment>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add files (Ctrl+O)</source>
        <extracomment>ui/window/queue_page.py</extracomment>
        <translation>Dateien hinzufügen (Strg+O)</translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <extracomment>ui/window/queue_page.py</extracomment>
        <translation>Aufträge filtern</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <extracomment>ui/window/queue_page.py</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Queue</source>
        <extracomment>ui/window/queue_page.py</extracomment>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Show details</source>
        <extracomment>ui/window/queue_page.py</extracomment>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>What could not be added</source>
        <extracomment>ui/window/queue_page.py</extracomment>
        <translation>Was sich nicht hinzufügen ließ</translation>
    </message>
    <message>
        <source>Words, and status:failed preset:prores engine:ffmpeg project:… tag:…</source>
        <extracomment>ui/window/queue_page.py</extracomment>
        <translation>Wörter und status:failed preset:prores engine:ffmpeg project:… tag:…</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <extracomment>ui/window/queue_page.py</extracomment>
        <translation>Gut zu wissen</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>No job matches “{filter}”</source>
        <extracomment>ui/queue/pane.py</extracomment>
        <translation>Kein Auftrag passt zu „{filter}“</translation>
    </message>
</context>
<context>
    <name>QueueSection</name>
    <message numerus="yes">
        <source>Automatic (%n)</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>
            <numerusform>Automatisch (%n)</numerusform>
            <numerusform>Automatisch (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic begins with a few, tries one more while processors are free, and keeps what gets the work done soonest.</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>Automatisch beginnt mit wenigen, versucht einen mehr, solange Prozessoren frei sind, und behält, womit die Arbeit am schnellsten fertig wird.</translation>
    </message>
    <message>
        <source>Beside the source</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>Neben der Quelle</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Default preset</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>Standardvorgabe</translation>
    </message>
    <message>
        <source>For files that are dropped onto the window.</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>Für Dateien, die auf das Fenster gezogen werden.</translation>
    </message>
    <message>
        <source>Output folder</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>Ergebnisordner</translation>
    </message>
    <message>
        <source>Queue</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Renders at once</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>Gleichzeitig rendern</translation>
    </message>
    <message>
        <source>Where results go; empty puts each one beside its source.</source>
        <extracomment>ui/pages/section_queue.py</extracomment>
        <translation>Wohin die Ergebnisse kommen; leer legt jedes neben seine Quelle.</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Jobs</source>
        <extracomment>ui/queue/view.py</extracomment>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>{count} jobs</source>
        <extracomment>ui/queue/view.py</extracomment>
        <translation>{count} Aufträge</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message numerus="yes">
        <source>%n jobs are rendering</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>
            <numerusform>%n Auftrag rendert</numerusform>
            <numerusform>%n Aufträge rendern</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Finish what renders, then quit</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>&amp;Fertig rendern, dann beenden</translation>
    </message>
    <message>
        <source>&amp;Stop now and continue next time</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Jetzt &amp;stoppen und nächstes Mal fortsetzen</translation>
    </message>
    <message>
        <source>A job is rendering</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Ein Auftrag rendert</translation>
    </message>
    <message>
        <source>Close window</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Finish, then quit</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Abschließen und beenden</translation>
    </message>
    <message>
        <source>Keep rendering in the &amp;background</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Im &amp;Hintergrund weiter rendern</translation>
    </message>
    <message>
        <source>Nothing new starts. The rest of the queue goes on next time.</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Nichts Neues beginnt. Der Rest der Warteschlange läuft beim nächsten Mal weiter.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Stoppen und beenden</translation>
    </message>
    <message>
        <source>The window closes. The icon in the tray brings it back.</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Das Fenster schließt sich. Das Symbol in der Systemleiste bringt es zurück.</translation>
    </message>
    <message>
        <source>What should happen to it?</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Was soll damit geschehen?</translation>
    </message>
    <message>
        <source>What should happen to them?</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Was soll damit geschehen?</translation>
    </message>
    <message>
        <source>What was rendered so far is lost where it cannot be continued; no attempt is used up.</source>
        <extracomment>ui/dialogs/quit.py</extracomment>
        <translation>Was bisher gerendert wurde, geht verloren, wo es sich nicht fortsetzen lässt; ein Versuch wird nicht verbraucht.</translation>
    </message>
</context>
<context>
    <name>RendersModel</name>
    <message>
        <source>Cores</source>
        <extracomment>ui/pages/resources_renders_model.py</extracomment>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Memory</source>
        <extracomment>ui/pages/resources_renders_model.py</extracomment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Processes</source>
        <extracomment>ui/pages/resources_renders_model.py</extracomment>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Render</source>
        <extracomment>ui/pages/resources_renders_model.py</extracomment>
        <translation>Render</translation>
    </message>
    <message>
        <source>Storage</source>
        <extracomment>ui/pages/resources_renders_model.py</extracomment>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>ui/pages/resources_renders_model.py</extracomment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>VRAM</source>
        <extracomment>ui/pages/resources_renders_model.py</extracomment>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>{name} (paused)</source>
        <extracomment>ui/pages/resources_renders_model.py</extracomment>
        <translation>{name} (pausiert)</translation>
    </message>
</context>
<context>
    <name>RendersTable</name>
    <message>
        <source>End</source>
        <extracomment>ui/pages/resources_renders.py</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Nothing renders.</source>
        <extracomment>ui/pages/resources_renders.py</extracomment>
        <translation>Nichts wird gerendert.</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>ui/pages/resources_renders.py</extracomment>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Renders</source>
        <extracomment>ui/pages/resources_renders.py</extracomment>
        <translation>Render</translation>
    </message>
    <message>
        <source>Renders that run</source>
        <extracomment>ui/pages/resources_renders.py</extracomment>
        <translation>Render, die laufen</translation>
    </message>
    <message>
        <source>Resume</source>
        <extracomment>ui/pages/resources_renders.py</extracomment>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>ResourcesPage</name>
    <message>
        <source>1 hour</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 minute</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>10 Minuten</translation>
    </message>
    <message>
        <source>24 hours</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>CPU</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>No render is started that would go above</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>Darüber hinaus wird nichts begonnen</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>Period shown</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Resources</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>{size} of it by renders</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>davon {size} von Rendern</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>vor {time}</translation>
    </message>
    <message>
        <source>{used} of {total}</source>
        <extracomment>ui/pages/resources.py</extracomment>
        <translation>{used} von {total}</translation>
    </message>
</context>
<context>
    <name>ResourcesSection</name>
    <message>
        <source> %</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation> %</translation>
    </message>
    <message>
        <source> GB</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation> GB</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>Background priority</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Hintergrundpriorität</translation>
    </message>
    <message>
        <source>Go on after</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Weiter nach</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Stunden der Woche</translation>
    </message>
    <message>
        <source>How far renders step back behind your own programs, 0 to 19. Counts from the next start on.</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Wie weit das Rendern hinter den eigenen Programmen zurücksteht, 0 bis 19. Gilt ab dem nächsten Start eines Auftrags.</translation>
    </message>
    <message>
        <source>How many renders run at once may depend on the hour. Where several of these hold, the last one counts. Running renders are never ended for it.</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Wie viele Aufträge gleichzeitig laufen, kann von der Stunde abhängen. Wo mehrere dieser Angaben gelten, zählt die letzte. Laufende Aufträge werden dafür nie beendet.</translation>
    </message>
    <message>
        <source>Keep awake</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Wach halten</translation>
    </message>
    <message>
        <source>Memory ceiling</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Renders go on</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Weiter rendern</translation>
    </message>
    <message>
        <source>Renders rest</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Rendern ruht</translation>
    </message>
    <message>
        <source>Renders step back</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Rendern steht zurück</translation>
    </message>
    <message>
        <source>Renders wait that would leave less than this free on a volume.</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Render warten, die auf einem Laufwerk weniger als das frei ließen.</translation>
    </message>
    <message>
        <source>Renders wait while they would bring the memory that all programs hold above this.</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Aufträge warten, solange sie den Speicher aller Programme zusammen über diese Grenze brächten.</translation>
    </message>
    <message>
        <source>Resources and power</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Ressourcen und Energie</translation>
    </message>
    <message>
        <source>Room that stays free</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Platz, der frei bleibt</translation>
    </message>
    <message>
        <source>So long after your last touch renders go on.</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>So lange nach der letzten Eingabe geht das Rendern weiter.</translation>
    </message>
    <message>
        <source>The computer does not go to sleep by itself while something renders.</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Der Rechner schläft nicht von selbst ein, solange etwas rendert.</translation>
    </message>
    <message>
        <source>What happens at the first touch of keyboard or mouse. Renders that step back get only what nothing else wants; those that rest are suspended.</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Was bei der ersten Berührung von Tastatur oder Maus geschieht. Was zurücksteht, bekommt nur, was sonst niemand braucht; was ruht, ist angehalten.</translation>
    </message>
    <message>
        <source>While you work</source>
        <extracomment>ui/pages/section_resources.py</extracomment>
        <translation>Während der Arbeit</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>1 job</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>1 Auftrag</translation>
    </message>
    <message>
        <source>It takes the place of the queue as it is now, with {jobs}: what was added, rendered or changed after the backup is not listed any more. Files that were rendered stay. What renders now is stopped. The present queue is kept as a file in the data folder.</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>Die Sicherung mit {jobs} tritt an die Stelle der jetzigen Warteschlange: Was danach hinzugefügt, gerendert oder geändert wurde, steht nicht mehr darin. Gerenderte Dateien bleiben. Was gerade rendert, wird gestoppt. Die jetzige Warteschlange bleibt als Datei im Datenordner.</translation>
    </message>
    <message>
        <source>Restore</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the queue?</source>
        <extracomment>ui/pages/setting_backups.py</extracomment>
        <translation>Warteschlange wiederherstellen?</translation>
    </message>
</context>
<context>
    <name>RetriesSection</name>
    <message>
        <source>After failures that may pass; each pause is longer than the last one.</source>
        <extracomment>ui/pages/section_engines.py</extracomment>
        <translation>Nach Fehlern, die vorübergehen können; jede Pause ist länger als die vorige.</translation>
    </message>
    <message>
        <source>Trying again</source>
        <extracomment>ui/pages/section_engines.py</extracomment>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>RetryControl</name>
    <message>
        <source> attempts</source>
        <extracomment>ui/pages/setting_retries.py</extracomment>
        <translation> Versuche</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>ui/pages/setting_retries.py</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>first pause </source>
        <extracomment>ui/pages/setting_retries.py</extracomment>
        <translation>erste Pause </translation>
    </message>
    <message>
        <source>up to </source>
        <extracomment>ui/pages/setting_retries.py</extracomment>
        <translation>bis zu </translation>
    </message>
    <message>
        <source>{label}: attempts</source>
        <extracomment>ui/pages/setting_retries.py</extracomment>
        <translation>{label}: Versuche</translation>
    </message>
    <message>
        <source>{label}: first pause</source>
        <extracomment>ui/pages/setting_retries.py</extracomment>
        <translation>{label}: erste Pause</translation>
    </message>
    <message>
        <source>{label}: longest pause</source>
        <extracomment>ui/pages/setting_retries.py</extracomment>
        <translation>{label}: längste Pause</translation>
    </message>
</context>
<context>
    <name>SampleCommand</name>
    <message>
        <source>What is run depends on the project: the sample is a film.</source>
        <extracomment>ui/pages/preset_sample.py</extracomment>
        <translation>Was läuft, hängt vom Projekt ab: Das Beispiel ist ein Film.</translation>
    </message>
</context>
<context>
    <name>SavePresetDialog</name>
    <message>
        <source>Description</source>
        <extracomment>ui/dialogs/save_preset.py</extracomment>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>For {engine}; it stands under “Mine” then.</source>
        <extracomment>ui/dialogs/save_preset.py</extracomment>
        <translation>Für {engine}; sie steht dann unter „Eigene“.</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>ui/dialogs/save_preset.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>ui/dialogs/save_preset.py</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <extracomment>ui/dialogs/save_preset.py</extracomment>
        <translation>Als Vorgabe speichern</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <extracomment>ui/widgets/search.py</extracomment>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source> Or let every job read what lies in one folder: {0}</source>
        <extracomment>engine/approval.py</extracomment>
        <translation> Oder alle Aufträge lesen lassen, was in einem Ordner liegt: {0}</translation>
    </message>
    <message>
        <source> The damaged one is kept as “{0}”.</source>
        <extracomment>store/mending.py</extracomment>
        <translation> Die beschädigte wird als „{0}“ aufgehoben.</translation>
    </message>
    <message>
        <source> To render without them: continue_on_missing=true.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation> Um ohne sie zu rendern: continue_on_missing=true.</translation>
    </message>
    <message>
        <source> although its name ends in {0}</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>, obwohl der Name auf {0} endet</translation>
    </message>
    <message>
        <source> and {0} more</source>
        <extracomment>engine/approval.py</extracomment>
        <translation> und {0} weitere</translation>
    </message>
    <message>
        <source> below the ceiling</source>
        <extracomment>scheduling/memory.py</extracomment>
        <translation> unter der Grenze</translation>
    </message>
    <message>
        <source> of {0}</source>
        <extracomment>renderers/manim/listening.py</extracomment>
        <translation> von {0}</translation>
    </message>
    <message>
        <source>, {0} are to stay free</source>
        <extracomment>core/space.py</extracomment>
        <translation>, {0} sollen frei bleiben</translation>
    </message>
    <message>
        <source>, {0} of it for what renders now</source>
        <extracomment>core/space.py</extracomment>
        <translation>, davon {0} für das, was gerade rendert</translation>
    </message>
    <message>
        <source>0 leaves it to the engine.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>0 überlässt es dem Renderer.</translation>
    </message>
    <message>
        <source>0 means no limit.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>0 bedeutet keine Grenze.</translation>
    </message>
    <message>
        <source>1080 × 1080 for feeds; the sides of wider pictures are cut.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>1080 × 1080 für Feeds; breitere Bilder werden an den Seiten beschnitten.</translation>
    </message>
    <message>
        <source>1080 × 1920 for stories and reels; other shapes get bars.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>1080 × 1920 für Storys und Reels; andere Formen bekommen Balken.</translation>
    </message>
    <message>
        <source>; many Windows programs stop at {0}.</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>; viele Windows-Programme hören bei {0} auf.</translation>
    </message>
    <message>
        <source>A MOV of 1920 × 1080 at 60 with transparency, for editing.</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Ein MOV mit 1920 × 1080 bei 60 mit Transparenz, für den Schnitt.</translation>
    </message>
    <message>
        <source>A bit rate and a crf cannot both hold.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Eine Bitrate und ein CRF können nicht zugleich gelten.</translation>
    </message>
    <message>
        <source>A certain encoder, such as h264_nvenc, instead of the usual one.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Ein bestimmter Encoder, etwa h264_nvenc, statt des üblichen.</translation>
    </message>
    <message>
        <source>A codec used by the footage is not installed.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Ein Codec des Materials ist nicht installiert.</translation>
    </message>
    <message>
        <source>A copy changes no format: encode it.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>Eine Kopie ändert kein Format: kodieren.</translation>
    </message>
    <message>
        <source>A crf of {0} is too high.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Ein CRF von {0} ist zu hoch.</translation>
    </message>
    <message>
        <source>A drive failed while it was read or written.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Ein Laufwerk hat beim Lesen oder Schreiben versagt.</translation>
    </message>
    <message>
        <source>A driver has failed, so that what it moves stands still: “{0}”. If it needs Python, and you trust the scene, let its scripts run (scripts=true).</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Ein Treiber ist fehlgeschlagen, sodass stillsteht, was er bewegt: „{0}“. Braucht er Python und ist die Szene vertrauenswürdig, ihre Skripte laufen lassen (scripts=true).</translation>
    </message>
    <message>
        <source>A factor cannot be set together with width or height.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Ein Faktor geht nicht zusammen mit Breite oder Höhe.</translation>
    </message>
    <message>
        <source>A file is not on its server any more.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Eine Datei ist nicht mehr auf ihrem Server.</translation>
    </message>
    <message>
        <source>A file is not where it was.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Eine Datei ist nicht mehr, wo sie war.</translation>
    </message>
    <message>
        <source>A file is of a kind that After Effects does not read.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Eine Datei ist von einer Art, die After Effects nicht liest.</translation>
    </message>
    <message>
        <source>A file is still open in another program.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Eine Datei ist noch in einem anderen Programm offen.</translation>
    </message>
    <message>
        <source>A file or folder may not be read or written.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Eine Datei oder ein Ordner darf nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>A file that the program wants is not there.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Eine Datei, die das Programm braucht, ist nicht da.</translation>
    </message>
    <message>
        <source>A file whose sound goes with the pictures of an image sequence.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Eine Datei, deren Ton zu den Bildern einer Bildfolge gehört.</translation>
    </message>
    <message>
        <source>A film for editing with the sound of the scene; the frames are pictures of 16 bit first.</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Ein Film für den Schnitt mit dem Ton der Szene; die Bilder entstehen zuerst in 16 Bit.</translation>
    </message>
    <message>
        <source>A film in H.264 with the sound of the scene; the frames are rendered as pictures first.</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Ein Film in H.264 mit dem Ton der Szene; zuerst werden die Bilder einzeln gerendert.</translation>
    </message>
    <message>
        <source>A film needs all frames from its first to its last one.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Ein Film braucht alle Bilder vom ersten bis zum letzten.</translation>
    </message>
    <message>
        <source>A folder may not be written to.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>In einen Ordner darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>A font cannot be called “{0}”.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Eine Schriftart kann nicht „{0}“ heißen.</translation>
    </message>
    <message>
        <source>A font of the scene is not installed.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Eine Schriftart der Szene ist nicht installiert.</translation>
    </message>
    <message>
        <source>A formula could not be set by LaTeX.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>LaTeX konnte eine Formel nicht setzen.</translation>
    </message>
    <message>
        <source>A formula holds something that LaTeX does not know.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Eine Formel enthält etwas, das LaTeX nicht kennt.</translation>
    </message>
    <message>
        <source>A frame or a layer is larger than After Effects allows.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Ein Bild oder eine Ebene ist größer, als After Effects erlaubt.</translation>
    </message>
    <message>
        <source>A job has 1 to {0} attempts, not {1}.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Ein Auftrag hat 1 bis {0} Versuche, nicht {1}.</translation>
    </message>
    <message>
        <source>A job has at most {0} actions at a moment.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Ein Auftrag hat zu jedem Zeitpunkt höchstens {0} Aktionen.</translation>
    </message>
    <message>
        <source>A job has at most {0} assets, not {1}.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Ein Auftrag hat höchstens {0} Assets, nicht {1}.</translation>
    </message>
    <message>
        <source>A job is a JSON object: {…}.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>Ein Auftrag ist ein JSON-Objekt: {…}.</translation>
    </message>
    <message>
        <source>A job takes 0 to {0} megabytes of memory, not {1}.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Ein Auftrag braucht 0 bis {0} Megabyte Speicher, nicht {1}.</translation>
    </message>
    <message>
        <source>A light file for offline editing.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Eine leichte Datei für den Offline-Schnitt.</translation>
    </message>
    <message>
        <source>A limit of memory is 0 to {0} megabytes, not {1}.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Eine Grenze für den Speicher ist 0 bis {0} Megabyte, nicht {1}.</translation>
    </message>
    <message>
        <source>A movie of one composition, as After Effects&apos; own output module makes it.</source>
        <extracomment>renderers/nexrender/engine.py</extracomment>
        <translation>Ein Film einer Komposition, wie ihn das Ausgabemodul von After Effects macht.</translation>
    </message>
    <message>
        <source>A name holds a character that none can hold.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Ein Name enthält ein unmögliches Zeichen.</translation>
    </message>
    <message>
        <source>A name holds letters that After Effects cannot use.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Ein Name enthält Zeichen, die After Effects nicht verwenden kann.</translation>
    </message>
    <message>
        <source>A package is not the one that was tested, so nothing was installed.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Ein Paket ist nicht das getestete, also wurde nichts installiert.</translation>
    </message>
    <message>
        <source>A parameter cannot be called “{0}”.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Ein Parameter kann nicht „{0}“ heißen.</translation>
    </message>
    <message>
        <source>A path holds a character that none can hold (NUL).</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Ein Pfad enthält ein unmögliches Zeichen (NUL).</translation>
    </message>
    <message>
        <source>A path is written in a way that is not understood.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Ein Pfad ist auf unverständliche Weise geschrieben.</translation>
    </message>
    <message>
        <source>A picture or a sound that the scene uses is missing.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Ein Bild oder Ton, das die Szene verwendet, fehlt.</translation>
    </message>
    <message>
        <source>A plug-in used by the project is not installed.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Ein Plug-in des Projekts ist nicht installiert.</translation>
    </message>
    <message>
        <source>A program cannot be named by a secret.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Ein Programm kann nicht durch ein Geheimnis angegeben werden.</translation>
    </message>
    <message>
        <source>A program that is needed was not found.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Ein nötiges Programm wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>A program was not found</source>
        <extracomment>services/notes.py</extracomment>
        <translation>Ein Programm wurde nicht gefunden</translation>
    </message>
    <message>
        <source>A quick look: 854 × 480 at 15.</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Ein schneller Blick: 854 × 480 bei 15.</translation>
    </message>
    <message>
        <source>A result has no place to go</source>
        <extracomment>services/notes.py</extracomment>
        <translation>Ein Ergebnis kann nicht an seinen Platz</translation>
    </message>
    <message>
        <source>A script from elsewhere cannot be looked at before it runs.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Ein Skript von anderswo lässt sich nicht ansehen, bevor es läuft.</translation>
    </message>
    <message>
        <source>A script of the scene failed.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Ein Skript der Szene ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>A script of the scene has failed; the lines after “Traceback” in the log say where.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Ein Skript der Szene ist fehlgeschlagen; wo, steht im Protokoll nach „Traceback“.</translation>
    </message>
    <message>
        <source>A script of the template failed.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Ein Skript der Vorlage ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>A secret cannot be called “{0}”.</source>
        <extracomment>core/secret.py</extracomment>
        <translation>Ein Geheimnis kann nicht „{0}“ heißen.</translation>
    </message>
    <message>
        <source>A server refused access.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Ein Server hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>A service refused because it was asked too often.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Ein Dienst hat abgelehnt, weil er zu oft gefragt wurde.</translation>
    </message>
    <message>
        <source>A small animated picture.</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Ein kleines bewegtes Bild.</translation>
    </message>
    <message>
        <source>A texture or a linked file is missing; it would be rendered pink or not at all.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Eine Textur oder verknüpfte Datei fehlt; sie würde rosa oder gar nicht gerendert.</translation>
    </message>
    <message>
        <source>A time limit is 0 to {0} seconds, not {1}.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Eine Zeitgrenze beträgt 0 bis {0} Sekunden, nicht {1}.</translation>
    </message>
    <message>
        <source>A window of the week must say what is allowed.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>Ein Zeitfenster muss sagen, was erlaubt ist.</translation>
    </message>
    <message>
        <source>A {0} job that ran out of memory goes first, on its own</source>
        <extracomment>scheduling/admission.py</extracomment>
        <translation>Ein Auftrag für {0}, dem der Speicher ausging, kommt zuerst, allein</translation>
    </message>
    <message>
        <source>A {0} job that ran out of memory runs on its own</source>
        <extracomment>scheduling/admission.py</extracomment>
        <translation>Ein Auftrag für {0}, dem der Speicher ausging, läuft allein</translation>
    </message>
    <message>
        <source>AAC</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>AAC</translation>
    </message>
    <message>
        <source>AV1</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>AV1</translation>
    </message>
    <message>
        <source>About half the size of H.264, for newer devices; keeps 10 bit.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Etwa halb so groß wie H.264, für neuere Geräte; behält 10 Bit.</translation>
    </message>
    <message>
        <source>Add it again.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Noch einmal hinzufügen.</translation>
    </message>
    <message>
        <source>Add it again: a job keeps the parts that it was cut into.</source>
        <extracomment>engine/checking.py</extracomment>
        <translation>Neu hinzufügen: Ein Auftrag behält die Abschnitte, in die er geteilt wurde.</translation>
    </message>
    <message>
        <source>Add one of them.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Eines davon hinzufügen.</translation>
    </message>
    <message>
        <source>Add outputExt, such as “mov”; otherwise the name of the result tells.</source>
        <extracomment>renderers/nexrender/jobobject.py</extracomment>
        <translation>outputExt hinzufügen, etwa „mov“; sonst sagt es der Name des Ergebnisses.</translation>
    </message>
    <message>
        <source>Add the files in it, or drop the folder to add all of them.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Die Dateien darin hinzufügen oder den Ordner ablegen, um alle hinzuzufügen.</translation>
    </message>
    <message>
        <source>Add the files it leads to.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Die Dateien hinzufügen, zu denen sie führt.</translation>
    </message>
    <message>
        <source>Add the job again.</source>
        <extracomment>renderers/nexrender/jobcompile.py</extracomment>
        <translation>Den Auftrag noch einmal hinzufügen.</translation>
    </message>
    <message>
        <source>Add the name of a file, or end it with a slash.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Den Namen einer Datei anhängen, oder mit einem Schrägstrich enden.</translation>
    </message>
    <message>
        <source>Add the rest by itself.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>Den Rest getrennt hinzufügen.</translation>
    </message>
    <message>
        <source>After Effects</source>
        <extracomment>renderers/nexrender/engine.py</extracomment>
        <translation>After Effects</translation>
    </message>
    <message>
        <source>After Effects PNG frames</source>
        <extracomment>renderers/nexrender/engine.py</extracomment>
        <translation>PNG-Bilder aus After Effects</translation>
    </message>
    <message>
        <source>After Effects could not be reached.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects war nicht erreichbar.</translation>
    </message>
    <message>
        <source>After Effects crashed.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects ist abgestürzt.</translation>
    </message>
    <message>
        <source>After Effects did not answer.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>After Effects failed to start.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>After Effects failed; the lines above in the log say why.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects ist gescheitert; der Grund steht weiter oben im Protokoll.</translation>
    </message>
    <message>
        <source>After Effects has to be patched once, which needs administrator rights.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>After Effects muss einmal angepasst werden, wofür Administratorrechte nötig sind.</translation>
    </message>
    <message>
        <source>After Effects is open with a dialog, or another render uses it.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects ist mit einem Dialog offen, oder ein anderer Auftrag verwendet es.</translation>
    </message>
    <message>
        <source>After Effects or a plug-in has no licence on this machine.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects oder ein Plug-in hat auf diesem Rechner keine Lizenz.</translation>
    </message>
    <message>
        <source>After Effects projects</source>
        <extracomment>renderers/nexrender/engine.py</extracomment>
        <translation>After-Effects-Projekte</translation>
    </message>
    <message>
        <source>After Effects ran out of memory.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects ging der Speicher aus.</translation>
    </message>
    <message>
        <source>After Effects renders the first it comes across: give each a name of its own.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>After Effects rendert die erste, die es findet: Jeder einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>After Effects stopped at a frame.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects blieb bei einem Bild stehen.</translation>
    </message>
    <message>
        <source>After Effects warns: {0}.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>After Effects warnt: {0}.</translation>
    </message>
    <message>
        <source>After Effects was not found in {0}.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>After Effects wurde in {0} nicht gefunden.</translation>
    </message>
    <message>
        <source>After Effects was not found.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>After Effects wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>After Effects was not found: it runs on Windows and macOS alone.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>After Effects wurde nicht gefunden: Es läuft nur unter Windows und macOS.</translation>
    </message>
    <message>
        <source>After Effects {0} was not found on this machine.</source>
        <extracomment>renderers/nexrender/command.py</extracomment>
        <translation>After Effects {0} wurde auf diesem Rechner nicht gefunden.</translation>
    </message>
    <message>
        <source>After Effects&apos; own state or its preferences are broken.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Der eigene Zustand oder die Voreinstellungen von After Effects sind beschädigt.</translation>
    </message>
    <message>
        <source>All encoder sessions of the graphics card are in use.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Alle Encoder-Sitzungen der Grafikkarte sind belegt.</translation>
    </message>
    <message>
        <source>All files of this machine would be allowed.</source>
        <extracomment>services/trustbook.py</extracomment>
        <translation>Alle Dateien dieses Rechners wären erlaubt.</translation>
    </message>
    <message>
        <source>All renders are done</source>
        <extracomment>services/notices.py</extracomment>
        <translation>Alles ist gerendert</translation>
    </message>
    <message>
        <source>Allow its folder once: rendermanager trust --folder FOLDER, or in the settings.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Ihren Ordner einmal freigeben: rendermanager trust --folder FOLDER, oder in den Einstellungen.</translation>
    </message>
    <message>
        <source>An MP4 cannot be transparent.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Ein MP4 kann nicht durchsichtig sein.</translation>
    </message>
    <message>
        <source>An MP4 for social networks: at most 1920 pixels, at a size they take well.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein MP4 für soziale Netze: höchstens 1920 Pixel, in einer Größe, die sie gern nehmen.</translation>
    </message>
    <message>
        <source>An MP4 of 1280 × 720 at 30.</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Ein MP4 mit 1280 × 720 bei 30.</translation>
    </message>
    <message>
        <source>An MP4 of 1920 × 1080 at 60.</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Ein MP4 mit 1920 × 1080 bei 60.</translation>
    </message>
    <message>
        <source>An MP4 of 2560 × 1440 at 60.</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Ein MP4 mit 2560 × 1440 bei 60.</translation>
    </message>
    <message>
        <source>An MP4 of 3840 × 2160 at 60.</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Ein MP4 mit 3840 × 2160 bei 60.</translation>
    </message>
    <message>
        <source>An MP4 that fits into 1920 × 1080, larger sources made smaller.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein MP4, das in 1920 × 1080 passt; größere Quellen werden verkleinert.</translation>
    </message>
    <message>
        <source>An MP4 that plays everywhere, at the source&apos;s size.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein MP4, das überall läuft, in der Größe der Quelle.</translation>
    </message>
    <message>
        <source>An animation of at most 640 pixels with a palette of its own.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Eine Animation von höchstens 640 Pixeln mit eigener Palette.</translation>
    </message>
    <message>
        <source>An argument or variable holds a character that none can hold.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Ein Argument oder eine Variable enthält ein unmögliches Zeichen.</translation>
    </message>
    <message>
        <source>An asset could not be downloaded.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Ein Asset ließ sich nicht herunterladen.</translation>
    </message>
    <message>
        <source>An asset took too long to download.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Ein Asset herunterzuladen dauerte zu lange.</translation>
    </message>
    <message>
        <source>An effect asks for too large a buffer.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Ein Effekt verlangt einen zu großen Puffer.</translation>
    </message>
    <message>
        <source>An expression in the project failed.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Ein Ausdruck im Projekt ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>An image sequence needs a frame rate above 0.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Eine Bildfolge braucht eine Bildrate über 0.</translation>
    </message>
    <message>
        <source>An input has no name.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>Eine Eingabe hat keinen Namen.</translation>
    </message>
    <message>
        <source>Another Render Manager owns this queue and does not answer.</source>
        <extracomment>services/link.py</extracomment>
        <translation>Ein anderes Render Manager besitzt diese Warteschlange und antwortet nicht.</translation>
    </message>
    <message>
        <source>Another Render Manager owns this queue.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Ein anderes Render Manager besitzt diese Warteschlange.</translation>
    </message>
    <message>
        <source>Another container, nothing encoded.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein anderer Container, nichts wird kodiert.</translation>
    </message>
    <message>
        <source>Another job in the queue writes “{0}” already.</source>
        <extracomment>services/outputs.py</extracomment>
        <translation>Ein anderer Auftrag in der Warteschlange schreibt schon „{0}“.</translation>
    </message>
    <message>
        <source>Another program holds it: close that one and try again.</source>
        <extracomment>store/refusals.py</extracomment>
        <translation>Ein anderes Programm hält sie fest: dieses schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Ask who may write to its folder, then run the job again.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Klären, wer in ihren Ordner schreiben darf, dann den Auftrag erneut rendern.</translation>
    </message>
    <message>
        <source>Ask whoever looks after your network for the setting “cafile” of npm.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Bei der Netzwerkbetreuung nach der Einstellung „cafile“ von npm fragen.</translation>
    </message>
    <message>
        <source>At most {0}.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Höchstens {0}.</translation>
    </message>
    <message>
        <source>Attempt {0} does not hold its task any more.</source>
        <extracomment>store/endings.py</extracomment>
        <translation>Versuch {0} hat seine Aufgabe nicht mehr inne.</translation>
    </message>
    <message>
        <source>Begin it with “#!” and a program.</source>
        <extracomment>renderers/openjd/action.py</extracomment>
        <translation>Mit „#!“ und einem Programm beginnen.</translation>
    </message>
    <message>
        <source>Begin it with “{output_folder}”, “{source_folder}”, or write a whole path.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Mit „{output_folder}“ oder „{source_folder}“ beginnen, oder einen ganzen Pfad schreiben.</translation>
    </message>
    <message>
        <source>Bits per second of the pictures instead of `crf`: 8M, 800k.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Bits pro Sekunde der Bilder statt `crf`: 8M, 800k.</translation>
    </message>
    <message>
        <source>Bits per second of the sound: 192k.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Bits pro Sekunde des Tons: 192k.</translation>
    </message>
    <message>
        <source>Blender crashed.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Blender ist abgestürzt.</translation>
    </message>
    <message>
        <source>Blender scenes</source>
        <extracomment>renderers/blender/engine.py</extracomment>
        <translation>Blender-Szenen</translation>
    </message>
    <message>
        <source>Blender to JPEG</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Blender zu JPEG</translation>
    </message>
    <message>
        <source>Blender to MP4</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Blender zu MP4</translation>
    </message>
    <message>
        <source>Blender to OpenEXR</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Blender zu OpenEXR</translation>
    </message>
    <message>
        <source>Blender to OpenEXR with layers</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Blender zu OpenEXR mit Ebenen</translation>
    </message>
    <message>
        <source>Blender to PNG</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Blender zu PNG</translation>
    </message>
    <message>
        <source>Blender to ProRes</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Blender zu ProRes</translation>
    </message>
    <message>
        <source>Bring it back, or correct its path.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Zurückholen oder den Pfad berichtigen.</translation>
    </message>
    <message>
        <source>Bring it back, or pack it into the scene.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Zurückholen oder in die Szene packen.</translation>
    </message>
    <message>
        <source>Bring it back, or take it out of the job.</source>
        <extracomment>renderers/nexrender/jobrender.py</extracomment>
        <translation>Zurückholen oder aus dem Auftrag nehmen.</translation>
    </message>
    <message>
        <source>Bring it back, then run the job again.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Zurückholen, dann den Auftrag erneut rendern.</translation>
    </message>
    <message>
        <source>Bring the drive back or make room on it, or choose another folder.</source>
        <extracomment>core/errors.py</extracomment>
        <translation>Das Laufwerk wieder anschließen, Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Bring the drive back or make room on it: the result is then put in place by itself, without being rendered again.</source>
        <extracomment>core/errors.py</extracomment>
        <translation>Das Laufwerk wieder anschließen oder Platz schaffen: Das Ergebnis kommt dann von selbst an seinen Platz, ohne neu gerendert zu werden.</translation>
    </message>
    <message>
        <source>Bring the drive back, or choose another folder.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Das Laufwerk wieder anschließen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Bring the files back to where the project expects them, or relink them.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Die Dateien dorthin zurückbringen, wo das Projekt sie erwartet, oder neu verknüpfen.</translation>
    </message>
    <message>
        <source>Bring the footage back, or collect the files of the project.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Das Material zurückholen oder die Dateien des Projekts zusammenstellen.</translation>
    </message>
    <message>
        <source>Bring them back or pack them into the scene; or allow it (allow_missing=true).</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Zurückholen oder in die Szene packen; oder zulassen (allow_missing=true).</translation>
    </message>
    <message>
        <source>Byte {0} of the job is no text.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Byte {0} des Auftrags ist kein Text.</translation>
    </message>
    <message>
        <source>Change its ending, or the setting “format”.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Die Endung oder die Einstellung „format“ ändern.</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another output folder.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Die Rechte ändern oder einen anderen Ergebnisordner wählen.</translation>
    </message>
    <message>
        <source>Change its permissions, or leave it out.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>Seine Rechte ändern oder ihn weglassen.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Die Rechte ändern.</translation>
    </message>
    <message>
        <source>Change the permissions of that folder.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>Die Rechte dieses Ordners ändern.</translation>
    </message>
    <message>
        <source>Change the settings of the job, or the scene.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Die Einstellungen des Auftrags oder die Szene ändern.</translation>
    </message>
    <message>
        <source>Change this setting, or choose another preset.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Diese Einstellung ändern oder eine andere Vorgabe wählen.</translation>
    </message>
    <message>
        <source>Check it with a JSON editor, or export the job again.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Mit einem JSON-Editor prüfen oder den Auftrag neu exportieren.</translation>
    </message>
    <message>
        <source>Check it.</source>
        <extracomment>renderers/blender/blendfile.py</extracomment>
        <translation>Die Datei prüfen.</translation>
    </message>
    <message>
        <source>Check its address and the connection.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Ihre Adresse und die Verbindung prüfen.</translation>
    </message>
    <message>
        <source>Check its drive and its permissions.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Ihr Laufwerk und ihre Rechte prüfen.</translation>
    </message>
    <message>
        <source>Check its name and its permissions.</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>Name und Rechte prüfen.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <extracomment>renderers/blender/scenes.py</extracomment>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>Check its name; footage layers need their extension.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Den Namen prüfen; Ebenen mit Material brauchen ihre Endung.</translation>
    </message>
    <message>
        <source>Check its path in the settings, or with “rendermanager engines”.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Seinen Pfad in den Einstellungen oder mit „rendermanager engines“ prüfen.</translation>
    </message>
    <message>
        <source>Check its path.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>Check npm&apos;s settings; then try again.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Die Einstellungen von npm prüfen; dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check that its disk is there and has room.</source>
        <extracomment>store/refusals.py</extracomment>
        <translation>Prüfen, ob der Datenträger da ist und Platz hat.</translation>
    </message>
    <message>
        <source>Check that the disk is not full.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Prüfen, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written, or choose another --data-dir.</source>
        <extracomment>store/database.py</extracomment>
        <translation>Prüfen, ob der Ordner vorhanden und beschreibbar ist, oder ein anderes --data-dir wählen.</translation>
    </message>
    <message>
        <source>Check the account and its rights.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Konto und seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>Check the account and the connection.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Das Konto und die Verbindung prüfen.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Check the connection, and the proxy in npm&apos;s settings; then try again.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Die Verbindung und den Proxy in den Einstellungen von npm prüfen; dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <extracomment>services/installing.py</extracomment>
        <translation>Die Verbindung prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check the connection.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Verbindung prüfen.</translation>
    </message>
    <message>
        <source>Check the data folder, then try again.</source>
        <extracomment>services/installing.py</extracomment>
        <translation>Den Datenordner prüfen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check the date of this machine, and the address.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Datum dieses Rechners und die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Check the disk and the codec.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Den Datenträger und den Codec prüfen.</translation>
    </message>
    <message>
        <source>Check the drive and its cable.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Laufwerk und sein Kabel prüfen.</translation>
    </message>
    <message>
        <source>Check the drive or the connection to it.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Das Laufwerk oder die Verbindung dorthin prüfen.</translation>
    </message>
    <message>
        <source>Check the folder and the disk, or start with another --data-dir.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Den Ordner und den Datenträger prüfen, oder mit einem anderen --data-dir starten.</translation>
    </message>
    <message>
        <source>Check the folder and the numbers.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>Den Ordner und die Nummern prüfen.</translation>
    </message>
    <message>
        <source>Check the folder of the output and its rights.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Den Ergebnisordner und seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the disk, or choose another --data-dir.</source>
        <extracomment>store/refusals.py</extracomment>
        <translation>Die Rechte des Ordners und den Datenträger prüfen, oder ein anderes --data-dir wählen.</translation>
    </message>
    <message>
        <source>Check the folder, and close whatever plays the file.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Den Ordner prüfen und schließen, was die Datei abspielt.</translation>
    </message>
    <message>
        <source>Check the folder, or bring the drive back.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Den Ordner prüfen oder das Laufwerk wieder anschließen.</translation>
    </message>
    <message>
        <source>Check the name and the drive.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Name und Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>Check the name of the file, and its permissions.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>Den Namen der Datei und ihre Rechte prüfen.</translation>
    </message>
    <message>
        <source>Check the name of the scene.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Den Namen der Szene prüfen.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>Check the path, or bring the drive back.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Den Pfad prüfen oder das Laufwerk wieder anschließen.</translation>
    </message>
    <message>
        <source>Check the paths, or bring the drive back.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Die Pfade prüfen oder das Laufwerk wieder anschließen.</translation>
    </message>
    <message>
        <source>Check the permissions of the data folder and of its files.</source>
        <extracomment>store/refusals.py</extracomment>
        <translation>Die Rechte des Datenordners und seiner Dateien prüfen.</translation>
    </message>
    <message>
        <source>Check the permissions of the data folder.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Die Rechte des Datenordners prüfen.</translation>
    </message>
    <message>
        <source>Check the rights of its folder, and whether another program holds the file.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Rechte des Ordners prüfen, und ob ein anderes Programm die Datei festhält.</translation>
    </message>
    <message>
        <source>Check the rights of the file and of its folder.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Rechte der Datei und ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>Check the rights of the source and of the output&apos;s folder.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Rechte der Quelle und des Ergebnisordners prüfen.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Die Schreibweise prüfen.</translation>
    </message>
    <message>
        <source>Check the start and the end.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Anfang und Ende prüfen.</translation>
    </message>
    <message>
        <source>Check whether it is the right file.</source>
        <extracomment>renderers/documents.py</extracomment>
        <translation>Prüfen, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Check “{0}” and its folder.</source>
        <extracomment>services/hoursbook.py</extracomment>
        <translation>Bitte „{0}“ und den Ordner prüfen.</translation>
    </message>
    <message>
        <source>Choose a codec, or leave size, frame rate and pixel format as they are.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Einen Codec wählen, oder Größe, Bildrate und Pixelformat lassen, wie sie sind.</translation>
    </message>
    <message>
        <source>Choose a codec, such as aac or pcm24.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Einen Codec wählen, etwa aac oder pcm24.</translation>
    </message>
    <message>
        <source>Choose a codec.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Einen Codec wählen.</translation>
    </message>
    <message>
        <source>Choose a file with a scene in it; libraries of objects cannot be rendered.</source>
        <extracomment>renderers/blender/scenes.py</extracomment>
        <translation>Eine Datei mit einer Szene wählen; Objektbibliotheken lassen sich nicht rendern.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Eine Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose a name without it.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Einen Namen ohne wählen.</translation>
    </message>
    <message>
        <source>Choose a newer ffmpeg in the settings, or convert the source.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>In den Einstellungen ein neueres ffmpeg wählen oder die Quelle umwandeln.</translation>
    </message>
    <message>
        <source>Choose a newer ffmpeg in the settings.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>In den Einstellungen ein neueres ffmpeg wählen.</translation>
    </message>
    <message>
        <source>Choose a preset for pictures, such as h264 or still-png.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Eine Vorgabe für Bilder wählen, etwa h264 oder still-png.</translation>
    </message>
    <message>
        <source>Choose a preset for sound, such as aac or wav.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Eine Vorgabe für Ton wählen, etwa aac oder wav.</translation>
    </message>
    <message>
        <source>Choose a preset that encodes them.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Eine Vorgabe wählen, die sie kodiert.</translation>
    </message>
    <message>
        <source>Choose a preset that fits the source.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Eine Vorgabe wählen, die zur Quelle passt.</translation>
    </message>
    <message>
        <source>Choose a scene that Blender has saved.</source>
        <extracomment>renderers/blender/blendfile.py</extracomment>
        <translation>Eine Szene wählen, die Blender gespeichert hat.</translation>
    </message>
    <message>
        <source>Choose a shorter name or folder.</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>Einen kürzeren Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Einen kürzeren Namen wählen.</translation>
    </message>
    <message>
        <source>Choose an earlier start.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Einen früheren Anfang wählen.</translation>
    </message>
    <message>
        <source>Choose another --data-dir.</source>
        <extracomment>store/database.py</extracomment>
        <translation>Ein anderes --data-dir wählen.</translation>
    </message>
    <message>
        <source>Choose another codec, or render pictures.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Einen anderen Codec wählen oder Bilder rendern.</translation>
    </message>
    <message>
        <source>Choose another container, such as mkv, or a codec.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Einen anderen Container wählen, etwa mkv, oder einen Codec.</translation>
    </message>
    <message>
        <source>Choose another container, such as mkv.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Einen anderen Container wählen, etwa mkv.</translation>
    </message>
    <message>
        <source>Choose another ffmpeg in the settings, or another preset.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>In den Einstellungen ein anderes ffmpeg wählen, oder eine andere Vorgabe.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Choose another folder for the result.</source>
        <extracomment>renderers/nexrender/jobcompile.py</extracomment>
        <translation>Einen anderen Ordner für das Ergebnis wählen.</translation>
    </message>
    <message>
        <source>Choose another folder, or another name.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Einen anderen Ordner oder Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another name for the result.</source>
        <extracomment>engine/publishing.py</extracomment>
        <translation>Einen anderen Namen für das Ergebnis wählen.</translation>
    </message>
    <message>
        <source>Choose another name, or remove the old file.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Einen anderen Namen wählen oder die alte Datei entfernen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another one with --data-dir.</source>
        <extracomment>config/paths.py</extracomment>
        <translation>Mit --data-dir einen anderen wählen.</translation>
    </message>
    <message>
        <source>Choose another output folder, or change its permissions.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Einen anderen Ergebnisordner wählen oder seine Rechte ändern.</translation>
    </message>
    <message>
        <source>Choose another output folder.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Einen anderen Ergebnisordner wählen.</translation>
    </message>
    <message>
        <source>Choose another output.</source>
        <extracomment>services/recipe.py</extracomment>
        <translation>Ein anderes Ergebnis wählen.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Einen anderen wählen.</translation>
    </message>
    <message>
        <source>Choose mov, webm, gif or png.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>mov, webm, gif oder png wählen.</translation>
    </message>
    <message>
        <source>Choose one (composition=NAME): {0}.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Eine wählen (composition=NAME): {0}.</translation>
    </message>
    <message>
        <source>Choose one of the compositions of the project.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Eine der Kompositionen des Projekts wählen.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Eines davon wählen.</translation>
    </message>
    <message>
        <source>Choose png, jpeg, webp or tiff.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>png, jpeg, webp oder tiff wählen.</translation>
    </message>
    <message>
        <source>Choose what to render of it.</source>
        <extracomment>services/choosing.py</extracomment>
        <translation>Wählen, was davon gerendert wird.</translation>
    </message>
    <message>
        <source>Choose {0}.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>{0} wählen.</translation>
    </message>
    <message>
        <source>Class of the scene; may be left out where the script has just one.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Klasse der Szene; entbehrlich, wo das Skript nur eine hat.</translation>
    </message>
    <message>
        <source>Clear the setting “encoder”, so that the processor encodes.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Einstellung „encoder“ leeren, damit der Prozessor kodiert.</translation>
    </message>
    <message>
        <source>Close After Effects if it hangs.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects schließen, wenn es hängt.</translation>
    </message>
    <message>
        <source>Close After Effects if it hangs; it is tried again by itself.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects schließen, wenn es hängt; es wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>Close other programs, or install Render Manager again.</source>
        <extracomment>media/reader.py</extracomment>
        <translation>Andere Programme schließen oder Render Manager neu installieren.</translation>
    </message>
    <message>
        <source>Close other programs, or render fewer at once.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Andere Programme schließen oder weniger gleichzeitig rendern.</translation>
    </message>
    <message>
        <source>Close other programs, or render fewer jobs at once.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Andere Programme schließen oder weniger Aufträge gleichzeitig rendern.</translation>
    </message>
    <message>
        <source>Close that program; it is tried again by itself.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Dieses Programm schließen; es wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>Close the dialog and After Effects, then run it again.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Den Dialog und After Effects schließen, dann erneut rendern.</translation>
    </message>
    <message>
        <source>Combining to Movie file</source>
        <extracomment>renderers/manim/listening.py</extracomment>
        <translation>Film wird zusammengesetzt</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Connect the drive, or choose another output.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Das Laufwerk anschließen oder ein anderes Ergebnis wählen.</translation>
    </message>
    <message>
        <source>Connect the drive, or sign in to the share.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Das Laufwerk anschließen oder an der Freigabe anmelden.</translation>
    </message>
    <message>
        <source>Constant quality of H.264, H.265, AV1 and VP9: lower is better.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Gleichbleibende Qualität von H.264, H.265, AV1 und VP9: niedriger ist besser.</translation>
    </message>
    <message>
        <source>Convert the footage, or install the codec.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Das Material umwandeln oder den Codec installieren.</translation>
    </message>
    <message>
        <source>Copy or export it again.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Noch einmal kopieren oder exportieren.</translation>
    </message>
    <message>
        <source>Copy them afterwards.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Hinterher kopieren.</translation>
    </message>
    <message>
        <source>Correct first and last frame.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Erstes und letztes Bild berichtigen.</translation>
    </message>
    <message>
        <source>Correct it there.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>Dort berichtigen.</translation>
    </message>
    <message>
        <source>Correct the arguments.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Die Argumente berichtigen.</translation>
    </message>
    <message>
        <source>Correct the formula.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Die Formel berichtigen.</translation>
    </message>
    <message>
        <source>Correct the formula; its log is in the folder “media/Tex”.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Die Formel berichtigen; ihr Protokoll liegt im Ordner „media/Tex“.</translation>
    </message>
    <message>
        <source>Correct the job file.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Auftragsdatei berichtigen.</translation>
    </message>
    <message>
        <source>Correct the path, or take it away so that one is looked for.</source>
        <extracomment>engine/programs.py</extracomment>
        <translation>Den Pfad berichtigen oder entfernen; dann wird eines gesucht.</translation>
    </message>
    <message>
        <source>Correct the settings.</source>
        <extracomment>renderers/openjd/plan.py</extracomment>
        <translation>Die Einstellungen berichtigen.</translation>
    </message>
    <message>
        <source>Correct the template.</source>
        <extracomment>renderers/openjd/action.py</extracomment>
        <translation>Die Vorlage berichtigen.</translation>
    </message>
    <message>
        <source>DNxHR HQ</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>DNxHR HQ</translation>
    </message>
    <message>
        <source>DNxHR LB</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>DNxHR LB</translation>
    </message>
    <message>
        <source>DNxHR LB at half the size, for editing on small machines.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>DNxHR LB in halber Größe, für den Schnitt auf kleinen Rechnern.</translation>
    </message>
    <message>
        <source>Delete it first, or replace it.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Erst löschen oder ersetzen.</translation>
    </message>
    <message>
        <source>Delete the folder “media” and run it again.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Den Ordner „media“ löschen und erneut rendern.</translation>
    </message>
    <message>
        <source>Did you mean “{0}:”?</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>Ist „{0}:“ gemeint?</translation>
    </message>
    <message>
        <source>Did you mean “{0}”?</source>
        <extracomment>core/problem.py</extracomment>
        <translation>Ist „{0}“ gemeint?</translation>
    </message>
    <message>
        <source>Did you mean “{{0}}”?</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Ist „{{0}}“ gemeint?</translation>
    </message>
    <message>
        <source>Download it yourself, and name the local file.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Selbst herunterladen und die lokale Datei angeben.</translation>
    </message>
    <message>
        <source>Download it, and name the local file.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Herunterladen und die lokale Datei angeben.</translation>
    </message>
    <message>
        <source>Duplicate it to render it in another way.</source>
        <extracomment>store/editing.py</extracomment>
        <translation>Duplizieren, um anders zu rendern.</translation>
    </message>
    <message>
        <source>Empty npm&apos;s cache with “npm cache clean --force” and try again; if it stays, tell us.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Den Cache von npm mit „npm cache clean --force“ leeren und noch einmal versuchen; bleibt es dabei, bitte melden.</translation>
    </message>
    <message>
        <source>Entries for the menu are made on Linux and BSD only.</source>
        <extracomment>services/menuentry.py</extracomment>
        <translation>Einträge fürs Menü gibt es nur unter Linux und BSD.</translation>
    </message>
    <message>
        <source>Every job needs it here.</source>
        <extracomment>renderers/nexrender/jobfields.py</extracomment>
        <translation>Jeder Auftrag braucht es hier.</translation>
    </message>
    <message>
        <source>Every pass of every view layer in one file for each frame, for compositing.</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Jeder Pass jeder Ansichtsebene in einer Datei je Bild, fürs Compositing.</translation>
    </message>
    <message>
        <source>Export it again in a usual format.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>In einem üblichen Format neu exportieren.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Neu exportieren.</translation>
    </message>
    <message>
        <source>Export it in another format.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>In einem anderen Format exportieren.</translation>
    </message>
    <message>
        <source>Export or copy it again.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Noch einmal exportieren oder kopieren.</translation>
    </message>
    <message>
        <source>Export the presets again.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Die Vorgaben neu exportieren.</translation>
    </message>
    <message>
        <source>Export the project from Lottie first.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Das Projekt erst aus Lottie exportieren.</translation>
    </message>
    <message>
        <source>Extension that the output module writes; empty follows the output.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Endung, die das Ausgabemodul schreibt; leer folgt dem Ergebnis.</translation>
    </message>
    <message>
        <source>FAT32 drives end at 4 GB: choose a folder on another drive.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>FAT32-Laufwerke enden bei 4 GB: einen Ordner auf einem anderen Laufwerk wählen.</translation>
    </message>
    <message>
        <source>FLAC</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>FLAC</translation>
    </message>
    <message>
        <source>Factor for both sides, instead of width and height.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Faktor für beide Seiten, statt Breite und Höhe.</translation>
    </message>
    <message>
        <source>File ready at</source>
        <extracomment>renderers/manim/listening.py</extracomment>
        <translation>Datei fertig unter</translation>
    </message>
    <message>
        <source>First frame, as the composition counts them.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Erstes Bild, wie die Komposition zählt.</translation>
    </message>
    <message>
        <source>Footage is missing; the result would show colour bars or nothing.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Material fehlt; das Ergebnis würde Farbbalken oder nichts zeigen.</translation>
    </message>
    <message>
        <source>Footage or a composition has an impossible frame rate.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Material oder eine Komposition hat eine unmögliche Bildrate.</translation>
    </message>
    <message>
        <source>Footage or a font is missing.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Material oder eine Schriftart fehlt.</translation>
    </message>
    <message>
        <source>For editing and delivery: 10 bit, very large.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Für Schnitt und Abgabe: 10 Bit, sehr groß.</translation>
    </message>
    <message>
        <source>For editing in Avid and Resolve.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Für den Schnitt in Avid und Resolve.</translation>
    </message>
    <message>
        <source>For editing with transparency.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Für den Schnitt mit Transparenz.</translation>
    </message>
    <message>
        <source>For web pages, with transparency.</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Für Webseiten, mit Transparenz.</translation>
    </message>
    <message>
        <source>For web pages; keeps transparency.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Für Webseiten; behält die Transparenz.</translation>
    </message>
    <message>
        <source>Frame {0} cannot be numbered: files count from 0.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Bild {0} kann keine Nummer bekommen: Dateien zählen ab 0.</translation>
    </message>
    <message>
        <source>Frames in each part of the job; 0 chooses.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Bilder in jedem Abschnitt des Auftrags; 0 wählt selbst.</translation>
    </message>
    <message>
        <source>Frames per second of an image sequence that is read.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Bilder pro Sekunde einer Bildfolge, die gelesen wird.</translation>
    </message>
    <message>
        <source>Frames per second of the result: 25, 23.976, 24000/1001.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Bilder pro Sekunde des Ergebnisses: 25, 23.976, 24000/1001.</translation>
    </message>
    <message>
        <source>Frames to render: 1-100, 1-100x2, 5,8; empty takes the scene&apos;s.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Zu rendernde Bilder: 1-100, 1-100x2, 5,8; leer nimmt die der Szene.</translation>
    </message>
    <message>
        <source>Friday at {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>am Freitag um {0}</translation>
    </message>
    <message>
        <source>GIF</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>GIF</translation>
    </message>
    <message>
        <source>Give a program and its arguments.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Ein Programm und seine Argumente angeben.</translation>
    </message>
    <message>
        <source>Give each an output of its own.</source>
        <extracomment>store/submission.py</extracomment>
        <translation>Jedem ein eigenes Ergebnis geben.</translation>
    </message>
    <message>
        <source>Give each job a line of its own.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>Jedem Auftrag eine eigene Zeile geben.</translation>
    </message>
    <message>
        <source>Give files and layers plain names.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Dateien und Ebenen einfache Namen geben.</translation>
    </message>
    <message>
        <source>Give it a text or a number.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>Einen Text oder eine Zahl angeben.</translation>
    </message>
    <message>
        <source>Give it a “name” of at most 40 small letters, digits and dashes.</source>
        <extracomment>renderers/program/own.py</extracomment>
        <translation>Einen „name“ aus höchstens 40 Kleinbuchstaben, Ziffern und Bindestrichen geben.</translation>
    </message>
    <message>
        <source>Give it a “name” of small letters, digits and dashes.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Einen „name“ aus Kleinbuchstaben, Ziffern und Bindestrichen geben.</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <extracomment>renderers/openjd/form.py</extracomment>
        <translation>Einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Give it another value.</source>
        <extracomment>renderers/settings.py</extracomment>
        <translation>Einen anderen Wert geben.</translation>
    </message>
    <message>
        <source>Give it another “name”.</source>
        <extracomment>renderers/registry.py</extracomment>
        <translation>Einen anderen „name“ geben.</translation>
    </message>
    <message>
        <source>Give it the name the project knows.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Den Namen angeben, unter dem das Projekt sie kennt.</translation>
    </message>
    <message>
        <source>Give its layerName, or its layerIndex from 1.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Ihren layerName angeben, oder ihren layerIndex ab 1.</translation>
    </message>
    <message>
        <source>Give its “extension”, such as “png”.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Seine „extension“ angeben, etwa „png“.</translation>
    </message>
    <message>
        <source>Give one another name.</source>
        <extracomment>renderers/nexrender/jobcompile.py</extracomment>
        <translation>Eines davon anders nennen.</translation>
    </message>
    <message>
        <source>Give the name as After Effects shows it.</source>
        <extracomment>renderers/nexrender/jobobject.py</extracomment>
        <translation>Den Namen so angeben, wie After Effects ihn zeigt.</translation>
    </message>
    <message>
        <source>Give the setting another name.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Der Einstellung einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Give this one another output, or add it when that is done.</source>
        <extracomment>services/outputs.py</extracomment>
        <translation>Diesem ein anderes Ergebnis geben, oder ihn hinzufügen, wenn jener fertig ist.</translation>
    </message>
    <message>
        <source>Give this one another output, or cancel the other job.</source>
        <extracomment>store/submission.py</extracomment>
        <translation>Diesem ein anderes Ergebnis geben oder den anderen Auftrag abbrechen.</translation>
    </message>
    <message>
        <source>Give yourself the right to read it, or copy it to a folder of your own.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Sich das Leserecht geben oder in einen eigenen Ordner kopieren.</translation>
    </message>
    <message>
        <source>Give yourself the right to read it.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Sich das Leserecht geben.</translation>
    </message>
    <message>
        <source>H.264 Social</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>H.264 für soziale Netze</translation>
    </message>
    <message>
        <source>H.264 Square</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>H.264 quadratisch</translation>
    </message>
    <message>
        <source>H.264 Vertical</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>H.264 hochkant</translation>
    </message>
    <message>
        <source>How long the encoder may take to make the file small.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Wie lange sich der Encoder Zeit nehmen darf, die Datei klein zu machen.</translation>
    </message>
    <message>
        <source>How pictures are written.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Wie Bilder geschrieben werden.</translation>
    </message>
    <message>
        <source>How sound is written.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Wie Ton geschrieben wird.</translation>
    </message>
    <message>
        <source>If a player opens it, export it in another format; otherwise it is damaged.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Öffnet ein Player die Datei, in einem anderen Format exportieren; sonst ist sie beschädigt.</translation>
    </message>
    <message>
        <source>If it happens again, look for the layer or the plug-in it names.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Geschieht es wieder, nach der genannten Ebene oder dem Plug-in sehen.</translation>
    </message>
    <message>
        <source>If npm is set to a registry of your own, let that fetch the packages first.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Ist für npm eine eigene Registry eingestellt, diese die Pakete zuerst holen lassen.</translation>
    </message>
    <message>
        <source>If that is not wanted, remove it.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Ist das nicht gewollt, entfernen.</translation>
    </message>
    <message>
        <source>Import it, and take it out of this folder.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>Importieren und aus diesem Ordner nehmen.</translation>
    </message>
    <message>
        <source>Import “manim” in it, or run it as a command.</source>
        <extracomment>renderers/manim/scenes.py</extracomment>
        <translation>Darin „manim“ importieren oder als Befehl ausführen.</translation>
    </message>
    <message>
        <source>Install Blender {0}, or choose it in the settings.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Blender {0} installieren oder in den Einstellungen wählen.</translation>
    </message>
    <message>
        <source>Install LaTeX with dvisvgm, or use Text instead of Tex.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>LaTeX mit dvisvgm installieren, oder Text statt Tex verwenden.</translation>
    </message>
    <message>
        <source>Install Node.js 20 or newer with npm.</source>
        <extracomment>services/installing.py</extracomment>
        <translation>Node.js 20 oder neuer mit npm installieren.</translation>
    </message>
    <message>
        <source>Install Node.js 20 or newer, or name it with RENDERMANAGER_NODE.</source>
        <extracomment>renderers/nexrender/locate.py</extracomment>
        <translation>Node.js 20 oder neuer installieren oder mit RENDERMANAGER_NODE angeben.</translation>
    </message>
    <message>
        <source>Install Render Manager with its extra “openjd”.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>Render Manager mit dem Zusatz „openjd“ installieren.</translation>
    </message>
    <message>
        <source>Install ffmpeg where Manim looks for it.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>ffmpeg dort installieren, wo Manim danach sucht.</translation>
    </message>
    <message>
        <source>Install it again, or choose another one in the settings.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Neu installieren oder in den Einstellungen ein anderes wählen.</translation>
    </message>
    <message>
        <source>Install it again, or choose another one.</source>
        <extracomment>engine/trial.py</extracomment>
        <translation>Noch einmal installieren oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Install it beside nexrender, or take its action out of the job.</source>
        <extracomment>renderers/nexrender/jobcompile.py</extracomment>
        <translation>Neben nexrender installieren oder die Aktion aus dem Auftrag nehmen.</translation>
    </message>
    <message>
        <source>Install it beside nexrender.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Neben nexrender installieren.</translation>
    </message>
    <message>
        <source>Install it for the Python that runs the script.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Für das Python installieren, das das Skript ausführt.</translation>
    </message>
    <message>
        <source>Install it from blender.org, or with your system&apos;s packages: “sudo apt install blender”.</source>
        <extracomment>renderers/blender/engine.py</extracomment>
        <translation>Von blender.org oder mit den Paketen des Systems installieren: „sudo apt install blender“.</translation>
    </message>
    <message>
        <source>Install it into an environment of its own: “python3 -m venv ~/manim” and then “~/manim/bin/pip install manim”, and choose ~/manim.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>In eine eigene Umgebung installieren: „python3 -m venv ~/manim“, dann „~/manim/bin/pip install manim“, und ~/manim wählen.</translation>
    </message>
    <message>
        <source>Install it where the script looks for it.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Dort installieren, wo das Skript danach sucht.</translation>
    </message>
    <message>
        <source>Install it with your system&apos;s packages, such as “sudo apt install ffmpeg”.</source>
        <extracomment>renderers/ffmpeg/engine.py</extracomment>
        <translation>Mit den Paketen des Systems installieren, etwa „sudo apt install ffmpeg“.</translation>
    </message>
    <message>
        <source>Install it with “brew install --cask blender”, or from blender.org.</source>
        <extracomment>renderers/blender/engine.py</extracomment>
        <translation>Mit „brew install --cask blender“ oder von blender.org installieren.</translation>
    </message>
    <message>
        <source>Install it with “brew install ffmpeg”.</source>
        <extracomment>renderers/ffmpeg/engine.py</extracomment>
        <translation>Mit „brew install ffmpeg“ installieren.</translation>
    </message>
    <message>
        <source>Install it with “brew install manim”.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Mit „brew install manim“ installieren.</translation>
    </message>
    <message>
        <source>Install it with “py -m pip install manim”.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Mit „py -m pip install manim“ installieren.</translation>
    </message>
    <message>
        <source>Install it with “rendermanager engines --install nexrender”.</source>
        <extracomment>renderers/nexrender/locate.py</extracomment>
        <translation>Mit „rendermanager engines --install nexrender“ installieren.</translation>
    </message>
    <message>
        <source>Install it with “winget install BlenderFoundation.Blender”, or from blender.org.</source>
        <extracomment>renderers/blender/engine.py</extracomment>
        <translation>Mit „winget install BlenderFoundation.Blender“ oder von blender.org installieren.</translation>
    </message>
    <message>
        <source>Install it with “winget install ffmpeg”, or unpack a build of it and choose its ffmpeg.exe.</source>
        <extracomment>renderers/ffmpeg/engine.py</extracomment>
        <translation>Mit „winget install ffmpeg“ installieren, oder einen fertigen Build entpacken und dessen ffmpeg.exe wählen.</translation>
    </message>
    <message>
        <source>Install it, or choose another.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Installieren oder eine andere wählen.</translation>
    </message>
    <message>
        <source>Install it, or correct its path.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Installieren oder den Pfad berichtigen.</translation>
    </message>
    <message>
        <source>Install it, or name it by its whole path.</source>
        <extracomment>renderers/openjd/action.py</extracomment>
        <translation>Installieren oder mit dem ganzen Pfad angeben.</translation>
    </message>
    <message>
        <source>Install it, or name its aerender in the settings or with RENDERMANAGER_AERENDER.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Installieren, oder sein aerender in den Einstellungen oder mit RENDERMANAGER_AERENDER angeben.</translation>
    </message>
    <message>
        <source>Install it, or take it out of the template.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Installieren oder aus der Vorlage nehmen.</translation>
    </message>
    <message>
        <source>Install it, or take the effect away.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Installieren oder den Effekt entfernen.</translation>
    </message>
    <message>
        <source>Install that version again, or start with another --data-dir.</source>
        <extracomment>store/database.py</extracomment>
        <translation>Diese Version wieder installieren oder mit einem anderen --data-dir starten.</translation>
    </message>
    <message>
        <source>Install the font, and collect the files of the project.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Die Schriftart installieren und die Dateien des Projekts zusammenstellen.</translation>
    </message>
    <message>
        <source>Install the newer one, or save a copy for the older one in After Effects.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Das neuere installieren oder in After Effects eine Kopie für das ältere speichern.</translation>
    </message>
    <message>
        <source>Install the one for this machine.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das für diesen Rechner installieren.</translation>
    </message>
    <message>
        <source>Install {0}.</source>
        <extracomment>renderers/extras.py</extracomment>
        <translation>{0} installieren.</translation>
    </message>
    <message>
        <source>Installing {0} into “{1}”; this takes a minute or so.</source>
        <extracomment>services/installing.py</extracomment>
        <translation>{0} wird in „{1}“ installiert; das dauert etwa eine Minute.</translation>
    </message>
    <message>
        <source>Installs the fonts among the static assets for this user (prerender).</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Installiert die Schriftarten unter den statischen Assets für diesen Benutzer (prerender).</translation>
    </message>
    <message>
        <source>Interpret the footage with a fixed frame rate.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Das Material mit fester Bildrate interpretieren.</translation>
    </message>
    <message>
        <source>It ends in one of: {0}.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>Es endet auf eines davon: {0}.</translation>
    </message>
    <message>
        <source>It ends in {0}.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Es endet auf {0}.</translation>
    </message>
    <message>
        <source>It has started meanwhile, or is gone.</source>
        <extracomment>store/editing.py</extracomment>
        <translation>Er hat inzwischen begonnen oder ist weg.</translation>
    </message>
    <message>
        <source>It holds an invisible line separator, which ends a text in After Effects.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Es enthält einen unsichtbaren Zeilentrenner, der in After Effects einen Text beendet.</translation>
    </message>
    <message>
        <source>It hung: for {0} it printed nothing, computed nothing, and neither read nor wrote anything.</source>
        <extracomment>engine/ending.py</extracomment>
        <translation>Es hing: {0} lang gab es nichts aus, rechnete nichts, las und schrieb nichts.</translation>
    </message>
    <message>
        <source>It is damaged: the next start puts it aside and restores the newest backup.</source>
        <extracomment>store/rows.py</extracomment>
        <translation>Sie ist beschädigt: Der nächste Start legt sie beiseite und stellt die neueste Sicherung wieder her.</translation>
    </message>
    <message>
        <source>It is in “{0}”.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Es steht in „{0}“.</translation>
    </message>
    <message>
        <source>It is longer than 1 MiB.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>Sie ist länger als 1 MiB.</translation>
    </message>
    <message>
        <source>It is not a JSON object: {0}.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>Es ist kein JSON-Objekt: {0}.</translation>
    </message>
    <message>
        <source>It is rendered to its end.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Es wird bis dorthin gerendert.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Es wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>It may still be written: export it again.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Vielleicht wird es noch geschrieben: neu exportieren.</translation>
    </message>
    <message>
        <source>It names no layer.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Es nennt keine Ebene.</translation>
    </message>
    <message>
        <source>It names project and composition.</source>
        <extracomment>renderers/nexrender/jobobject.py</extracomment>
        <translation>Es nennt Projekt und Komposition.</translation>
    </message>
    <message>
        <source>It ran out of memory: starts when no other {0} job runs</source>
        <extracomment>scheduling/admission.py</extracomment>
        <translation>Der Speicher ging aus: Er beginnt, wenn kein anderer Auftrag für {0} läuft</translation>
    </message>
    <message>
        <source>It then goes on by itself.</source>
        <extracomment>services/submit.py</extracomment>
        <translation>Dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>It took longer than its limit of {0} seconds.</source>
        <extracomment>engine/ending.py</extracomment>
        <translation>Es dauerte länger als die Grenze von {0} Sekunden.</translation>
    </message>
    <message>
        <source>It took {0} of memory, and {1} is what it may take.</source>
        <extracomment>engine/ending.py</extracomment>
        <translation>Er hat {0} Speicher belegt, und {1} darf er belegen.</translation>
    </message>
    <message>
        <source>It was never written. {0}</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Die Datei wurde nie geschrieben. {0}</translation>
    </message>
    <message>
        <source>Its drive may be slow or gone, or it is damaged. Copy it to this computer and try again.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Das Laufwerk ist vielleicht langsam oder weg, oder die Datei ist beschädigt. Auf diesen Rechner kopieren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Its log may say why.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Der Grund steht vielleicht im Protokoll.</translation>
    </message>
    <message>
        <source>Its log says more.</source>
        <extracomment>core/success.py</extracomment>
        <translation>Mehr steht im Protokoll.</translation>
    </message>
    <message>
        <source>Its log shows the line.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Protokoll zeigt die Zeile.</translation>
    </message>
    <message>
        <source>Its name needs one number, such as %04d.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Der Name braucht genau eine Nummer, etwa %04d.</translation>
    </message>
    <message>
        <source>Its source {0} is cut off.</source>
        <extracomment>media/originals.py</extracomment>
        <translation>Die Quelle {0} ist abgeschnitten.</translation>
    </message>
    <message>
        <source>JPEG sequence</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>JPEG-Bildfolge</translation>
    </message>
    <message>
        <source>JPEG still</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>JPEG-Einzelbild</translation>
    </message>
    <message>
        <source>JSON has none: take it out.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>JSON kennt das nicht: herausnehmen.</translation>
    </message>
    <message>
        <source>Job {0} in the queue writes “{1}” already.</source>
        <extracomment>store/submission.py</extracomment>
        <translation>Auftrag {0} in der Warteschlange schreibt schon „{1}“.</translation>
    </message>
    <message>
        <source>Keep it in a file of its own, and name that.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>In einer eigenen Datei halten und diese angeben.</translation>
    </message>
    <message>
        <source>Keep nexrender from writing anywhere but where it has to.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>nexrender nur dorthin schreiben lassen, wo es muss.</translation>
    </message>
    <message>
        <source>Keep pictures and long texts in files of their own, or split it.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Bilder und lange Texte in eigenen Dateien halten, oder aufteilen.</translation>
    </message>
    <message>
        <source>Keep pictures and long texts in files of their own.</source>
        <extracomment>renderers/nexrender/jobread.py</extracomment>
        <translation>Bilder und lange Texte in eigenen Dateien halten.</translation>
    </message>
    <message>
        <source>Known: {0}.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>Bekannt sind: {0}.</translation>
    </message>
    <message>
        <source>LaTeX is not installed, and the scene has formulas.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>LaTeX ist nicht installiert, und die Szene hat Formeln.</translation>
    </message>
    <message>
        <source>Last frame, included.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Letztes Bild, eingeschlossen.</translation>
    </message>
    <message>
        <source>Leave it empty to take the newest.</source>
        <extracomment>renderers/nexrender/command.py</extracomment>
        <translation>Leer lassen, um das neueste zu nehmen.</translation>
    </message>
    <message>
        <source>Leave it out for 3.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Für 3 weglassen.</translation>
    </message>
    <message>
        <source>Leave it out for NX.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Für NX weglassen.</translation>
    </message>
    <message>
        <source>Leave it out for the result.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>Für das Ergebnis weglassen.</translation>
    </message>
    <message>
        <source>Leave it out, or encode the result with a job of its own.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>Weglassen, oder das Ergebnis mit einem eigenen Auftrag kodieren.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Weglassen.</translation>
    </message>
    <message>
        <source>Leave one away.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Eines davon weglassen.</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Eines davon weglassen.</translation>
    </message>
    <message>
        <source>Leave one of them.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Eines davon lassen.</translation>
    </message>
    <message>
        <source>Leave out the point.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Den Punkt weglassen.</translation>
    </message>
    <message>
        <source>Leave out what comes after: seconds, or 0:02:00.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Weglassen, was danach kommt: Sekunden oder 0:02:00.</translation>
    </message>
    <message>
        <source>Leave out what comes before: seconds, or 0:01:30.5.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Weglassen, was davor kommt: Sekunden oder 0:01:30.5.</translation>
    </message>
    <message>
        <source>Leave them out for the whole day.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>Für den ganzen Tag werden sie weggelassen.</translation>
    </message>
    <message>
        <source>Let all results go to one drive, and copy this later.</source>
        <extracomment>renderers/nexrender/jobrender.py</extracomment>
        <translation>Alle Ergebnisse auf ein Laufwerk legen und dieses später kopieren.</translation>
    </message>
    <message>
        <source>Let both be the same.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Beides gleich machen.</translation>
    </message>
    <message>
        <source>Let each task do more, or make several jobs of it.</source>
        <extracomment>renderers/openjd/plan.py</extracomment>
        <translation>Jede Aufgabe mehr tun lassen oder mehrere Aufträge daraus machen.</translation>
    </message>
    <message>
        <source>Let it end in .mov, .mp4 or what the output module writes.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Auf .mov, .mp4 oder das enden lassen, was das Ausgabemodul schreibt.</translation>
    </message>
    <message>
        <source>Let it end in .zip.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Auf .zip enden lassen.</translation>
    </message>
    <message>
        <source>Let it end in one of: {0}.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Auf eines davon enden lassen: {0}.</translation>
    </message>
    <message>
        <source>Let the extension fit the output module.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Endung dem Ausgabemodul anpassen.</translation>
    </message>
    <message>
        <source>Let the name end in {0}.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Den Namen auf {0} enden lassen.</translation>
    </message>
    <message>
        <source>List it: it is what the job is for.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Auflisten: Dafür ist der Auftrag da.</translation>
    </message>
    <message>
        <source>List them, or take them out.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Auflisten oder herausnehmen.</translation>
    </message>
    <message>
        <source>Look at it with: rendermanager trust {0}</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>Ansehen mit: rendermanager trust {0}</translation>
    </message>
    <message>
        <source>Look at its crash report, which the log names.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Den Absturzbericht ansehen, den das Protokoll nennt.</translation>
    </message>
    <message>
        <source>Look at its settings in After Effects.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Ihre Einstellungen in After Effects ansehen.</translation>
    </message>
    <message>
        <source>Look whether it was moved or renamed, or whether its drive is not connected.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Nachsehen, ob sie verschoben oder umbenannt wurde oder ihr Laufwerk nicht angeschlossen ist.</translation>
    </message>
    <message>
        <source>Look whether it was moved, renamed or deleted, or whether its drive is not connected.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Nachsehen, ob die Datei verschoben, umbenannt oder gelöscht wurde oder ihr Laufwerk nicht angeschlossen ist.</translation>
    </message>
    <message>
        <source>Look whether they were moved or deleted, or whether their drive is not connected.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Nachsehen, ob sie verschoben oder gelöscht wurden oder ihr Laufwerk nicht angeschlossen ist.</translation>
    </message>
    <message>
        <source>Lower the effect&apos;s size.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Die Größe des Effekts verringern.</translation>
    </message>
    <message>
        <source>MP3</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>MP3</translation>
    </message>
    <message>
        <source>MP4 1080p</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>MP4 1080p</translation>
    </message>
    <message>
        <source>Make it executable.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Ausführbar machen.</translation>
    </message>
    <message>
        <source>Make it smaller, or check whether the file is damaged.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Verkleinern oder prüfen, ob die Datei beschädigt ist.</translation>
    </message>
    <message>
        <source>Make it smaller, or lower the bit depth.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Verkleinern oder die Farbtiefe senken.</translation>
    </message>
    <message>
        <source>Make it smaller.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>Verkleinern.</translation>
    </message>
    <message>
        <source>Make it under Edit &gt; Templates, or choose another.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Unter Bearbeiten &gt; Vorlagen anlegen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>Make it, or choose another.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>Make one film, or let After Effects write the pictures.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Einen Film daraus machen oder After Effects die Bilder schreiben lassen.</translation>
    </message>
    <message>
        <source>Make room on that disk, then run the job again.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Platz auf diesem Datenträger schaffen, dann den Auftrag erneut rendern.</translation>
    </message>
    <message>
        <source>Make room on the disk or check the folder&apos;s permissions, then start again.</source>
        <extracomment>services/opening.py</extracomment>
        <translation>Platz auf dem Datenträger schaffen oder die Rechte des Ordners prüfen, dann neu starten.</translation>
    </message>
    <message>
        <source>Make room on the disk with the queue; the job is tried again.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Platz auf dem Datenträger der Warteschlange schaffen; der Auftrag wird erneut versucht.</translation>
    </message>
    <message>
        <source>Make room on the drive of the output, or choose another folder.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Auf dem Laufwerk des Ergebnisses Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Make room, or change the permissions of its folder.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Platz schaffen oder die Rechte ihres Ordners ändern.</translation>
    </message>
    <message>
        <source>Make room, or check the permissions.</source>
        <extracomment>services/trustbook.py</extracomment>
        <translation>Platz schaffen oder die Rechte prüfen.</translation>
    </message>
    <message>
        <source>Make room, or choose another output.</source>
        <extracomment>services/preflight.py</extracomment>
        <translation>Platz schaffen oder ein anderes Ergebnis wählen.</translation>
    </message>
    <message>
        <source>Make room; nothing new starts until then.</source>
        <extracomment>store/refusals.py</extracomment>
        <translation>Platz schaffen; bis dahin beginnt nichts Neues.</translation>
    </message>
    <message>
        <source>Makes another film with ffmpeg (postrender: preset, input, output, params).</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Macht mit ffmpeg einen weiteren Film (postrender: preset, input, output, params).</translation>
    </message>
    <message>
        <source>Manim 1080p60</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Manim 1080p60</translation>
    </message>
    <message>
        <source>Manim 1440p60</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Manim 1440p60</translation>
    </message>
    <message>
        <source>Manim 2160p60</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Manim 2160p60</translation>
    </message>
    <message>
        <source>Manim 480p15</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Manim 480p15</translation>
    </message>
    <message>
        <source>Manim 720p30</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Manim 720p30</translation>
    </message>
    <message>
        <source>Manim GIF</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Manim GIF</translation>
    </message>
    <message>
        <source>Manim WebM</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Manim WebM</translation>
    </message>
    <message>
        <source>Manim cannot use “{0}”: there is a brace in that path.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Manim kann „{0}“ nicht verwenden: In diesem Pfad steht eine geschweifte Klammer.</translation>
    </message>
    <message>
        <source>Manim did not find ffmpeg.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Manim hat ffmpeg nicht gefunden.</translation>
    </message>
    <message>
        <source>Manim scripts</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Manim-Skripte</translation>
    </message>
    <message>
        <source>Manim still</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Manim-Einzelbild</translation>
    </message>
    <message>
        <source>Manim transparent</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Manim transparent</translation>
    </message>
    <message>
        <source>Media files are no longer read: the program is ending.</source>
        <extracomment>media/reader.py</extracomment>
        <translation>Mediendateien werden nicht mehr gelesen: Das Programm wird beendet.</translation>
    </message>
    <message>
        <source>Memory ran out.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Der Speicher ging aus.</translation>
    </message>
    <message>
        <source>Mend these first.</source>
        <extracomment>renderers/nexrender/jobread.py</extracomment>
        <translation>Erst diese beheben.</translation>
    </message>
    <message>
        <source>Monday at {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>am Montag um {0}</translation>
    </message>
    <message>
        <source>Move it to “{0}”.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Nach „{0}“ verschieben.</translation>
    </message>
    <message>
        <source>Name a file inside it.</source>
        <extracomment>renderers/documents.py</extracomment>
        <translation>Eine Datei darin angeben.</translation>
    </message>
    <message>
        <source>Name a file made with “backup”.</source>
        <extracomment>store/restoring.py</extracomment>
        <translation>Eine mit „backup“ gemachte Datei angeben.</translation>
    </message>
    <message>
        <source>Name a file to render.</source>
        <extracomment>services/recipe.py</extracomment>
        <translation>Eine Datei zum Rendern angeben.</translation>
    </message>
    <message>
        <source>Name a file, or a folder with media in it.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Eine Datei angeben oder einen Ordner mit Medien.</translation>
    </message>
    <message>
        <source>Name a file, or a folder.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Eine Datei oder einen Ordner angeben.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Eine Datei angeben.</translation>
    </message>
    <message>
        <source>Name a folder for the results.</source>
        <extracomment>services/submit.py</extracomment>
        <translation>Einen Ordner für die Ergebnisse angeben.</translation>
    </message>
    <message>
        <source>Name a folder with media files in it.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>Einen Ordner mit Mediendateien angeben.</translation>
    </message>
    <message>
        <source>Name a local file.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>Eine lokale Datei angeben.</translation>
    </message>
    <message>
        <source>Name a project or a job of nexrender, or say which engine reads it (--engine).</source>
        <extracomment>renderers/nexrender/jobholding.py</extracomment>
        <translation>Ein Projekt oder einen Auftrag für nexrender angeben, oder sagen, welcher Renderer es liest (--engine).</translation>
    </message>
    <message>
        <source>Name a scene of the script.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Eine Szene des Skripts angeben.</translation>
    </message>
    <message>
        <source>Name an output.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Ein Ergebnis angeben.</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <extracomment>store/restoring.py</extracomment>
        <translation>Eine andere Datei angeben.</translation>
    </message>
    <message>
        <source>Name files of the render in “input”.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>In „input“ Dateien des Renderns angeben.</translation>
    </message>
    <message>
        <source>Name files or folders.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>Dateien oder Ordner angeben.</translation>
    </message>
    <message>
        <source>Name it as After Effects shows it: composition=NAME.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>So angeben, wie After Effects sie zeigt: composition=NAME.</translation>
    </message>
    <message>
        <source>Name it as it is.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Direkt angeben.</translation>
    </message>
    <message>
        <source>Name it by its whole path.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Mit dem ganzen Pfad angeben.</translation>
    </message>
    <message>
        <source>Name it “{0}”, or render one frame.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>„{0}“ nennen oder ein einzelnes Bild rendern.</translation>
    </message>
    <message>
        <source>Name it “{0}”.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ nennen.</translation>
    </message>
    <message>
        <source>Name of a render settings template, such as Best Settings.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Name einer Vorlage für Rendereinstellungen, etwa Best Settings.</translation>
    </message>
    <message>
        <source>Name of an output module template of After Effects, such as H.264.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Name einer Ausgabemodul-Vorlage von After Effects, etwa H.264.</translation>
    </message>
    <message>
        <source>Name of the camera; empty takes the scene&apos;s.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Name der Kamera; leer nimmt die der Szene.</translation>
    </message>
    <message>
        <source>Name of the composition that is rendered.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Name der Komposition, die gerendert wird.</translation>
    </message>
    <message>
        <source>Name of the scene; empty takes the one that was open.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Name der Szene; leer nimmt die zuletzt geöffnete.</translation>
    </message>
    <message>
        <source>Name one.</source>
        <extracomment>services/trustbook.py</extracomment>
        <translation>Einen angeben.</translation>
    </message>
    <message>
        <source>Name one: composition=NAME.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Eine angeben: composition=NAME.</translation>
    </message>
    <message>
        <source>Name the composition instead.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Stattdessen die Komposition angeben.</translation>
    </message>
    <message>
        <source>Name the composition.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Die Komposition angeben.</translation>
    </message>
    <message>
        <source>Name the engine, or choose another file.</source>
        <extracomment>renderers/registry.py</extracomment>
        <translation>Den Renderer angeben oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Name the file alone, without folders.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Nur die Datei angeben, ohne Ordner.</translation>
    </message>
    <message>
        <source>Name the file that it should lead to.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Die Datei angeben, zu der sie führen soll.</translation>
    </message>
    <message>
        <source>Name the folder that it is installed in, or take the variable away.</source>
        <extracomment>renderers/nexrender/locate.py</extracomment>
        <translation>Den Ordner angeben, in dem es installiert ist, oder die Variable entfernen.</translation>
    </message>
    <message>
        <source>Name the folder that the footage lies in.</source>
        <extracomment>services/trustbook.py</extracomment>
        <translation>Den Ordner angeben, in dem das Material liegt.</translation>
    </message>
    <message>
        <source>Name the frames: 0-{0}.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Die Bilder angeben: 0-{0}.</translation>
    </message>
    <message>
        <source>Name the frames: 1-100.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Die Bilder angeben: 1-100.</translation>
    </message>
    <message>
        <source>Name the local file as it is.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Die lokale Datei direkt angeben.</translation>
    </message>
    <message>
        <source>Name the program by its whole path.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Das Programm mit seinem ganzen Pfad angeben.</translation>
    </message>
    <message>
        <source>Name the program that it calls.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Das Programm angeben, das es aufruft.</translation>
    </message>
    <message>
        <source>Name them: {0}-{1}; or render pictures.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Angeben: {0}-{1}; oder Bilder rendern.</translation>
    </message>
    <message>
        <source>Name those that are to be exported.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Die angeben, die exportiert werden sollen.</translation>
    </message>
    <message>
        <source>Neither pictures nor sound would be written.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Weder Bilder noch Ton würden geschrieben.</translation>
    </message>
    <message>
        <source>Nice must be 0 to 19.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>„Nice“ muss zwischen 0 und 19 liegen.</translation>
    </message>
    <message>
        <source>No composition is named, and the project does not tell which there are.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Keine Komposition ist angegeben, und das Projekt verrät nicht, welche es gibt.</translation>
    </message>
    <message>
        <source>No composition is named, and the project has {0}.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Keine Komposition ist angegeben, und das Projekt hat {0}.</translation>
    </message>
    <message>
        <source>No composition is named.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Keine Komposition ist angegeben.</translation>
    </message>
    <message>
        <source>No engine reads “{0}”.</source>
        <extracomment>renderers/registry.py</extracomment>
        <translation>Kein Renderer liest „{0}“.</translation>
    </message>
    <message>
        <source>No file matches “{0}”.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>Keine Datei passt zu „{0}“.</translation>
    </message>
    <message>
        <source>No file of the render is called “{0}”.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>Keine Datei des Renderns heißt „{0}“.</translation>
    </message>
    <message>
        <source>No file of the render is called “{0}”: it is not copied.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>Keine Datei des Renderns heißt „{0}“: Sie wird nicht kopiert.</translation>
    </message>
    <message>
        <source>No files belong to the sequence {name}.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Zur Bildfolge {name} gehören keine Dateien.</translation>
    </message>
    <message>
        <source>No job needs that: export it again.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Kein Auftrag braucht das: neu exportieren.</translation>
    </message>
    <message>
        <source>No program is named.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Kein Programm ist angegeben.</translation>
    </message>
    <message>
        <source>No source is named.</source>
        <extracomment>services/recipe.py</extracomment>
        <translation>Keine Quelle ist angegeben.</translation>
    </message>
    <message>
        <source>No view layer of the scene is switched on.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Keine Ansichtsebene der Szene ist eingeschaltet.</translation>
    </message>
    <message>
        <source>Nobody knows what “{0}” writes.</source>
        <extracomment>renderers/nexrender/jobobject.py</extracomment>
        <translation>Was „{0}“ schreibt, ist unbekannt.</translation>
    </message>
    <message>
        <source>Nothing can be fetched by “{0}:” for {1}.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>Mit „{0}:“ lässt sich für {1} nichts holen.</translation>
    </message>
    <message>
        <source>Nothing has to be done: it is tried again later.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Es ist nichts zu tun: Später wird es noch einmal versucht.</translation>
    </message>
    <message>
        <source>Nothing in “{0}” is chosen.</source>
        <extracomment>services/choosing.py</extracomment>
        <translation>In „{0}“ ist nichts gewählt.</translation>
    </message>
    <message>
        <source>Nothing is known about “{0}”.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Über „{0}“ ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Nothing is to be packed.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Es gibt nichts zu packen.</translation>
    </message>
    <message>
        <source>Number of the first picture written.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Nummer des ersten geschriebenen Bildes.</translation>
    </message>
    <message>
        <source>Number that chance begins with, for the same result each time.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Zahl, mit der der Zufall beginnt, für jedes Mal dasselbe Ergebnis.</translation>
    </message>
    <message>
        <source>Numbered pictures can be published once.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Nummerierte Bilder lassen sich nur einmal veröffentlichen.</translation>
    </message>
    <message>
        <source>Numbered pictures cannot be packed by nexrender.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>nexrender kann keine nummerierten Bilder packen.</translation>
    </message>
    <message>
        <source>On this system, pin the program to the taskbar or the Dock instead.</source>
        <extracomment>services/menuentry.py</extracomment>
        <translation>Auf diesem System das Programm stattdessen an die Taskleiste oder das Dock heften.</translation>
    </message>
    <message>
        <source>One PNG for each frame; the template “PNG Sequence” has to exist in After Effects.</source>
        <extracomment>renderers/nexrender/engine.py</extracomment>
        <translation>Ein PNG für jedes Bild; die Vorlage „PNG Sequence“ muss in After Effects vorhanden sein.</translation>
    </message>
    <message>
        <source>One lossless picture for each frame of the scene.</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Ein verlustfreies Bild für jedes Bild der Szene.</translation>
    </message>
    <message>
        <source>One lossless picture for each frame, with transparency.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein verlustfreies Bild für jedes Bild, mit Transparenz.</translation>
    </message>
    <message>
        <source>One lossless picture for each frame; keeps 16 bit.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein verlustfreies Bild für jedes Bild; behält 16 Bit.</translation>
    </message>
    <message>
        <source>One lossless picture.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein verlustfreies Bild.</translation>
    </message>
    <message>
        <source>One picture cannot be written as “{0}”.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Ein einzelnes Bild lässt sich nicht als „{0}“ schreiben.</translation>
    </message>
    <message>
        <source>One picture for each frame.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein Bild für jedes Bild des Films.</translation>
    </message>
    <message>
        <source>One picture in linear light for each frame, for compositing.</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Ein Bild in linearem Licht für jedes Bild, fürs Compositing.</translation>
    </message>
    <message>
        <source>One picture.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein Bild.</translation>
    </message>
    <message>
        <source>One small picture for each frame, for a quick look.</source>
        <extracomment>renderers/blender/presets.py</extracomment>
        <translation>Ein kleines Bild für jedes Bild, für einen schnellen Blick.</translation>
    </message>
    <message>
        <source>One small picture for web pages, with transparency.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Ein kleines Bild für Webseiten, mit Transparenz.</translation>
    </message>
    <message>
        <source>Only JPEG and WebP pictures take a quality in percent.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Nur Bilder in JPEG und WebP haben eine Qualität in Prozent.</translation>
    </message>
    <message>
        <source>Only films with a time for each picture can be copied as they are.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Nur Filme mit einer Zeit für jedes Bild lassen sich unverändert kopieren.</translation>
    </message>
    <message>
        <source>Only one {0} job runs</source>
        <extracomment>scheduling/admission.py</extracomment>
        <translation>Nur ein Auftrag für {0} läuft</translation>
    </message>
    <message>
        <source>Only presets of your own can.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Nur eigene Vorgaben lassen sich löschen.</translation>
    </message>
    <message>
        <source>Only texts, numbers, yes and no can.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Nur Texte, Zahlen, Ja und Nein lassen sich behalten.</translation>
    </message>
    <message>
        <source>Open After Effects once and see what it asks.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>After Effects einmal öffnen und sehen, was es fragt.</translation>
    </message>
    <message>
        <source>Open Job Description</source>
        <extracomment>renderers/openjd/engine.py</extracomment>
        <translation>Open Job Description</translation>
    </message>
    <message>
        <source>Open Job Description templates</source>
        <extracomment>renderers/openjd/engine.py</extracomment>
        <translation>Vorlagen von Open Job Description</translation>
    </message>
    <message>
        <source>Open and save it once in this version.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>In dieser Version einmal öffnen und speichern.</translation>
    </message>
    <message>
        <source>Open it in After Effects, make one, and save it.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>In After Effects öffnen, eine anlegen und speichern.</translation>
    </message>
    <message>
        <source>Open it in Blender and save it again, or go back to a .blend1 copy.</source>
        <extracomment>renderers/blender/blendfile.py</extracomment>
        <translation>In Blender öffnen und neu speichern, oder zu einer .blend1-Kopie zurückgehen.</translation>
    </message>
    <message>
        <source>Open it in Blender, or go back to a .blend1 copy.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>In Blender öffnen oder zu einer .blend1-Kopie zurückgehen.</translation>
    </message>
    <message>
        <source>Open the project in After Effects, mend it and save it.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Das Projekt in After Effects öffnen, in Ordnung bringen und speichern.</translation>
    </message>
    <message>
        <source>Open the template in After Effects, and save a project.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Die Vorlage in After Effects öffnen und als Projekt speichern.</translation>
    </message>
    <message>
        <source>Opus</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Opus</translation>
    </message>
    <message>
        <source>PNG sequence</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>PNG-Bildfolge</translation>
    </message>
    <message>
        <source>PNG still</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>PNG-Einzelbild</translation>
    </message>
    <message>
        <source>Pack them afterwards.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Hinterher packen.</translation>
    </message>
    <message>
        <source>Packs files of the render into a ZIP (postrender: input, output).</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Packt Dateien des Renderns in ein ZIP (postrender: input, output).</translation>
    </message>
    <message>
        <source>Percent of that memory for images; 0: its own choice.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Prozent dieses Speichers für Bilder; 0: eigene Wahl.</translation>
    </message>
    <message>
        <source>Percent of the memory After Effects may use; 0: all.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Prozent des Speichers, die After Effects nutzen darf; 0: alles.</translation>
    </message>
    <message>
        <source>Percent of the processors for that, if it is on.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Prozent der Prozessoren dafür, wenn eingeschaltet.</translation>
    </message>
    <message>
        <source>Pictures cannot be copied and changed at the same time.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Bilder lassen sich nicht zugleich kopieren und ändern.</translation>
    </message>
    <message>
        <source>Pictures per second instead of the quality&apos;s.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Bilder pro Sekunde statt derer der Qualität.</translation>
    </message>
    <message>
        <source>Pictures, or a film made of them.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Bilder oder ein Film daraus.</translation>
    </message>
    <message>
        <source>Pixels, instead of the quality&apos;s; with `height`.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Pixel statt derer der Qualität; mit `height`.</translation>
    </message>
    <message>
        <source>Pixels, instead of the quality&apos;s; with `width`.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Pixel statt derer der Qualität; mit `width`.</translation>
    </message>
    <message>
        <source>Pixels; 0 follows the height.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Pixel; 0 folgt der Höhe.</translation>
    </message>
    <message>
        <source>Pixels; 0 follows the width.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Pixel; 0 folgt der Breite.</translation>
    </message>
    <message>
        <source>Play it to see where it breaks, or export it again.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Abspielen und sehen, wo sie abbricht, oder neu exportieren.</translation>
    </message>
    <message>
        <source>Please report it with the app&apos;s log.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Bitte mit dem Protokoll des Programms melden.</translation>
    </message>
    <message>
        <source>Plug-in “{0}” is not usable: {1}.</source>
        <extracomment>renderers/registry.py</extracomment>
        <translation>Das Plug-in „{0}“ ist unbrauchbar: {1}.</translation>
    </message>
    <message>
        <source>Prepare the picture first.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Das Bild erst vorbereiten.</translation>
    </message>
    <message>
        <source>ProRes 422 HQ</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>ProRes 422 HQ</translation>
    </message>
    <message>
        <source>ProRes 4444</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>ProRes 4444</translation>
    </message>
    <message>
        <source>ProRes keeps {0} only with a 4444 profile.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>ProRes behält {0} nur mit einem 4444-Profil.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Publishes a file of the render under another name (postrender: input, output).</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Veröffentlicht eine Datei des Renderns unter einem anderen Namen (postrender: input, output).</translation>
    </message>
    <message>
        <source>Put %05d where the number of the frame goes.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>%05d dorthin setzen, wo die Nummer des Bildes hingehört.</translation>
    </message>
    <message>
        <source>Put at least one job into it.</source>
        <extracomment>renderers/nexrender/jobread.py</extracomment>
        <translation>Mindestens einen Auftrag hineinschreiben.</translation>
    </message>
    <message>
        <source>Put several jobs in a list: […].</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Mehrere Aufträge in eine Liste schreiben: […].</translation>
    </message>
    <message>
        <source>Put what they do into the steps themselves.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>Was sie tun, in die Schritte selbst schreiben.</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP in percent; 100 makes WebP lossless.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Qualität von JPEG und WebP in Prozent; 100 macht WebP verlustfrei.</translation>
    </message>
    <message>
        <source>Quiet hours: goes on at {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>Ruhezeit: weiter um {0}</translation>
    </message>
    <message>
        <source>Quiet hours: goes on tomorrow at {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>Ruhezeit: weiter morgen um {0}</translation>
    </message>
    <message>
        <source>Quiet hours: goes on {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>Ruhezeit: weiter {0}</translation>
    </message>
    <message>
        <source>Quiet hours: nothing starts at any hour of the week</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>Ruhezeit: zu keiner Stunde der Woche beginnt etwas</translation>
    </message>
    <message>
        <source>Raise ffmpeg&apos;s max_muxing_queue_size, or convert sound and pictures one by one.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>max_muxing_queue_size von ffmpeg erhöhen, oder Ton und Bilder einzeln umwandeln.</translation>
    </message>
    <message>
        <source>Raise its limit, or make the render smaller.</source>
        <extracomment>engine/ending.py</extracomment>
        <translation>Die Grenze anheben oder den Render kleiner machen.</translation>
    </message>
    <message>
        <source>Raise the limit if frames are slow.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Grenze erhöhen, wenn Bilder langsam sind.</translation>
    </message>
    <message>
        <source>Raise the limit, or make the render simpler.</source>
        <extracomment>engine/ending.py</extracomment>
        <translation>Die Grenze erhöhen oder das Rendern vereinfachen.</translation>
    </message>
    <message>
        <source>Raise the limit.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Grenze erhöhen.</translation>
    </message>
    <message>
        <source>Rename it in the project.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Im Projekt umbenennen.</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>Umbenennen.</translation>
    </message>
    <message>
        <source>Rename it: it {0}.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Umbenennen: Der Name {0}.</translation>
    </message>
    <message>
        <source>Rename the file or its folder, or choose another name.</source>
        <extracomment>services/link.py</extracomment>
        <translation>Die Datei oder ihren Ordner umbenennen, oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Rename the file or its folder.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Die Datei oder ihren Ordner umbenennen.</translation>
    </message>
    <message>
        <source>Rename the folder or file, or take another.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Den Ordner oder die Datei umbenennen, oder eine andere nehmen.</translation>
    </message>
    <message>
        <source>Render Manager had no file handles left: too many files were open at once.</source>
        <extracomment>engine/handles.py</extracomment>
        <translation>Render Manager konnte keine Dateien mehr öffnen: Es waren zu viele zugleich offen.</translation>
    </message>
    <message>
        <source>Render Manager is not completely installed: neither {0} exists. Installing it again puts the files back.</source>
        <extracomment>config/resources.py</extracomment>
        <translation>Render Manager ist nicht vollständig installiert: Weder {0} ist vorhanden. Eine neue Installation bringt die Dateien zurück.</translation>
    </message>
    <message>
        <source>Render Manager is not completely installed: {0} is missing from {1}. Installing it again puts the file back.</source>
        <extracomment>config/resources.py</extracomment>
        <translation>Render Manager ist nicht vollständig installiert: {0} fehlt in {1}. Eine neue Installation bringt die Datei zurück.</translation>
    </message>
    <message>
        <source>Render Manager keeps no cache of downloads.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Render Manager hebt Heruntergeladenes nicht auf.</translation>
    </message>
    <message>
        <source>Render Manager made a mistake with this job.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Render Manager hat bei diesem Auftrag einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Render Manager sends no results away: use what sends files.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Render Manager verschickt keine Ergebnisse: etwas nehmen, das Dateien sendet.</translation>
    </message>
    <message>
        <source>Render Manager tells of finished jobs itself.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Render Manager meldet fertige Aufträge selbst.</translation>
    </message>
    <message>
        <source>Render Manager was closed before it answered.</source>
        <extracomment>services/link.py</extracomment>
        <translation>Render Manager wurde geschlossen, bevor es antwortete.</translation>
    </message>
    <message>
        <source>Render although files that the scene uses are missing.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Auch rendern, wenn Dateien fehlen, die die Szene verwendet.</translation>
    </message>
    <message>
        <source>Render although footage is missing, with bars in its place.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Auch rendern, wenn Material fehlt, mit Balken an seiner Stelle.</translation>
    </message>
    <message>
        <source>Render fewer at once on the graphics card.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Weniger gleichzeitig auf der Grafikkarte rendern.</translation>
    </message>
    <message>
        <source>Render fewer at once, or a simpler scene.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Weniger gleichzeitig rendern oder eine einfachere Szene.</translation>
    </message>
    <message>
        <source>Render fewer at once, or a smaller picture.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Weniger gleichzeitig rendern oder ein kleineres Bild.</translation>
    </message>
    <message>
        <source>Render fewer at once, or switch multi-frame rendering off.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Weniger gleichzeitig rendern oder das Multi-Frame-Rendern abschalten.</translation>
    </message>
    <message>
        <source>Render from a file that holds its own pictures and sound.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Aus einer Datei rendern, die Bild und Ton selbst enthält.</translation>
    </message>
    <message>
        <source>Render in software, or fewer at once.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>In Software rendern, oder weniger gleichzeitig.</translation>
    </message>
    <message>
        <source>Render it as a still (format=png).</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Als Einzelbild rendern (format=png).</translation>
    </message>
    <message>
        <source>Render it with that version.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Mit dieser Version rendern.</translation>
    </message>
    <message>
        <source>Render on such a machine, or name its aerender with RENDERMANAGER_AERENDER.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Auf so einem Rechner rendern oder dessen aerender mit RENDERMANAGER_AERENDER angeben.</translation>
    </message>
    <message>
        <source>Render on the processor, or update the driver of the graphics card.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Auf dem Prozessor rendern oder den Treiber der Grafikkarte aktualisieren.</translation>
    </message>
    <message>
        <source>Render on the processor, or use smaller tiles and textures.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Auf dem Prozessor rendern oder kleinere Kacheln und Texturen verwenden.</translation>
    </message>
    <message>
        <source>Render one at a time, or choose another codec.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Einzeln rendern oder einen anderen Codec wählen.</translation>
    </message>
    <message>
        <source>Render the missing pictures first: it would end there.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Erst die fehlenden Bilder rendern: Dort würde der Film enden.</translation>
    </message>
    <message>
        <source>Rendering it was cut off twice in a row by the death of Render Manager or of the process that watches the render, so it is not started by itself any more.</source>
        <extracomment>core/quarantine.py</extracomment>
        <translation>Das Rendern wurde zweimal nacheinander abgerissen, weil Render Manager oder der überwachende Prozess endete. Deshalb beginnt es nicht mehr von selbst.</translation>
    </message>
    <message>
        <source>Renders at once must be 1 to 64, or automatic.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>Gleichzeitig können 1 bis 64 Aufträge rendern, oder automatisch viele.</translation>
    </message>
    <message>
        <source>Renders cannot “{0}” when the app dies: stop or finish.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>„{0}“ geht nicht, wenn das Programm abstürzt: nur stop oder finish.</translation>
    </message>
    <message>
        <source>Renders were stopped</source>
        <extracomment>services/notes.py</extracomment>
        <translation>Das Rendern wurde gestoppt</translation>
    </message>
    <message>
        <source>Repair or install After Effects again.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>After Effects reparieren oder neu installieren.</translation>
    </message>
    <message>
        <source>Reset its preferences: hold Ctrl, Alt and Shift while it starts.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Die Voreinstellungen zurücksetzen: beim Start Strg, Alt und Umschalt halten.</translation>
    </message>
    <message>
        <source>Retries of “{0}”: 1 to 100 attempts, pauses of at most a day.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>Wiederholungen von „{0}“: 1 bis 100 Versuche, Pausen von höchstens einem Tag.</translation>
    </message>
    <message>
        <source>Rewrap</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Umverpacken</translation>
    </message>
    <message>
        <source>Run it again by hand if something else was the cause, such as a power cut; it then gets two more tries.</source>
        <extracomment>core/quarantine.py</extracomment>
        <translation>Von Hand erneut rendern, wenn die Ursache eine andere war, etwa ein Stromausfall; dann folgen zwei weitere Versuche.</translation>
    </message>
    <message>
        <source>Run other programs as a command (see “Any program”).</source>
        <extracomment>renderers/manim/scenes.py</extracomment>
        <translation>Andere Programme als Befehl ausführen (siehe „Any program“).</translation>
    </message>
    <message>
        <source>Run the patch as administrator.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Anpassung als Administrator ausführen.</translation>
    </message>
    <message>
        <source>Run the scripts inside the file: only for files you trust.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Skripte in der Datei ausführen: nur bei vertrauenswürdigen Dateien.</translation>
    </message>
    <message>
        <source>Runs a program with its arguments.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Führt ein Programm mit seinen Argumenten aus.</translation>
    </message>
    <message>
        <source>Runs the steps of a template.</source>
        <extracomment>renderers/openjd/engine.py</extracomment>
        <translation>Führt die Schritte einer Vorlage aus.</translation>
    </message>
    <message>
        <source>Runs {0}.</source>
        <extracomment>renderers/program/engine.py</extracomment>
        <translation>Führt {0} aus.</translation>
    </message>
    <message>
        <source>Samples per pixel; 0 leaves them.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Samples je Pixel; 0 ändert nichts.</translation>
    </message>
    <message>
        <source>Saturday at {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>am Samstag um {0}</translation>
    </message>
    <message>
        <source>Save it again in Blender.</source>
        <extracomment>renderers/blender/blendfile.py</extracomment>
        <translation>In Blender neu speichern.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Save it as a file first.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Erst als Datei speichern.</translation>
    </message>
    <message>
        <source>Save it with an older Blender, or update Render Manager.</source>
        <extracomment>renderers/blender/blendfile.py</extracomment>
        <translation>Mit einem älteren Blender speichern oder Render Manager aktualisieren.</translation>
    </message>
    <message>
        <source>Save it without compression, or cut it into smaller files.</source>
        <extracomment>renderers/blender/blendfile.py</extracomment>
        <translation>Ohne Komprimierung speichern oder in kleinere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>Save the jobs in a file first.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>Die Aufträge erst in einer Datei speichern.</translation>
    </message>
    <message>
        <source>Say which: scene={0}.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Angeben, welche: scene={0}.</translation>
    </message>
    <message>
        <source>Scripts are text and end in .jsx or .js.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Skripte sind Text und enden auf .jsx oder .js.</translation>
    </message>
    <message>
        <source>Secrets need the Python package “keyring”, which is not installed.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Geheimnisse brauchen das Python-Paket „keyring“, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>See npm&apos;s own words below for its name, and change its permissions.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Sein Name steht unten in den Worten von npm; seine Rechte ändern.</translation>
    </message>
    <message>
        <source>See npm&apos;s own words below.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Siehe unten, was npm dazu sagt.</translation>
    </message>
    <message>
        <source>See that the composition&apos;s name is right.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Darauf achten, dass der Name der Komposition stimmt.</translation>
    </message>
    <message>
        <source>See the end of its log for what it was waiting for. If it may wait that long, raise the limit for renders that hang in the settings.</source>
        <extracomment>engine/ending.py</extracomment>
        <translation>Am Ende des Protokolls steht, worauf es wartete. Darf es so lange warten, in den Einstellungen die Grenze für hängende Aufträge erhöhen.</translation>
    </message>
    <message>
        <source>See the log of the renderer.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Siehe das Protokoll des Renderers.</translation>
    </message>
    <message>
        <source>See the manual of ffmpeg.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>Siehe das Handbuch von ffmpeg.</translation>
    </message>
    <message>
        <source>See to it that this machine has what it needs.</source>
        <extracomment>renderers/openjd/engine.py</extracomment>
        <translation>Dafür sorgen, dass dieser Rechner hat, was er braucht.</translation>
    </message>
    <message>
        <source>See to the disk with the queue; the job is tried again.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Den Datenträger der Warteschlange prüfen; der Auftrag wird erneut versucht.</translation>
    </message>
    <message>
        <source>See “Any program” in the documentation.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Siehe „Any program“ in der Dokumentation.</translation>
    </message>
    <message>
        <source>See “list” for the ids.</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Die Nummern zeigt „list“.</translation>
    </message>
    <message>
        <source>See “rendermanager secret list”.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Siehe „rendermanager secret list“.</translation>
    </message>
    <message>
        <source>Set a camera in the scene and save it, or name one of its cameras.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>In der Szene eine Kamera festlegen und speichern, oder eine ihrer Kameras angeben.</translation>
    </message>
    <message>
        <source>Set a camera in the scene and save it.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>In der Szene eine Kamera festlegen und speichern.</translation>
    </message>
    <message>
        <source>Set a larger width and height.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Größere Breite und Höhe einstellen.</translation>
    </message>
    <message>
        <source>Set a larger width or height.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Eine größere Breite oder Höhe einstellen.</translation>
    </message>
    <message>
        <source>Set a smaller width or height.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Eine kleinere Breite oder Höhe einstellen.</translation>
    </message>
    <message>
        <source>Set an even width and height.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Gerade Breite und Höhe einstellen.</translation>
    </message>
    <message>
        <source>Set another width and height.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Andere Breite und Höhe einstellen.</translation>
    </message>
    <message>
        <source>Set both, or neither.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Beide einstellen oder keine.</translation>
    </message>
    <message>
        <source>Set one in the scene, or render pictures.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>In der Szene eine festlegen oder Bilder rendern.</translation>
    </message>
    <message>
        <source>Set profile to 4444.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Das Profil auf 4444 stellen.</translation>
    </message>
    <message>
        <source>Set the path of aerender in the settings.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Den Pfad von aerender in den Einstellungen festlegen.</translation>
    </message>
    <message>
        <source>Setting “{0}” cannot be used: {1}.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Die Einstellung „{0}“ lässt sich nicht verwenden: {1}.</translation>
    </message>
    <message>
        <source>Setting “{0}” cannot be “{1}”: {2}.</source>
        <extracomment>renderers/settings.py</extracomment>
        <translation>Die Einstellung „{0}“ kann nicht „{1}“ sein: {2}.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <extracomment>renderers/program/own.py</extracomment>
        <translation>Kürzen.</translation>
    </message>
    <message>
        <source>Sign in or start the licence server, then run it again.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Anmelden oder den Lizenzserver starten, dann erneut rendern.</translation>
    </message>
    <message>
        <source>Sign in to After Effects, or activate the plug-in.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Bei After Effects anmelden oder das Plug-in aktivieren.</translation>
    </message>
    <message>
        <source>Sign in to the desktop anew, then try again.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Neu am Desktop anmelden, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Size in percent; 0 leaves it as the scene has it.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Größe in Prozent; 0 lässt sie wie in der Szene.</translation>
    </message>
    <message>
        <source>Somebody stopped the render in After Effects.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Jemand hat das Rendern in After Effects angehalten.</translation>
    </message>
    <message>
        <source>Something on the network did not answer.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Etwas im Netz hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Something took too long.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Etwas dauerte zu lange.</translation>
    </message>
    <message>
        <source>Sound alone, for old players.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Nur Ton, für alte Abspielgeräte.</translation>
    </message>
    <message>
        <source>Sound alone, lossless and compressed.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Nur Ton, verlustfrei und komprimiert.</translation>
    </message>
    <message>
        <source>Sound alone, plays everywhere.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Nur Ton, läuft überall.</translation>
    </message>
    <message>
        <source>Sound alone, small.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Nur Ton, klein.</translation>
    </message>
    <message>
        <source>Sound alone, uncompressed, 24 bit.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Nur Ton, unkomprimiert, 24 Bit.</translation>
    </message>
    <message>
        <source>Sound and pictures of the source lie too far apart.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Ton und Bilder der Quelle liegen zu weit auseinander.</translation>
    </message>
    <message>
        <source>Sound of its own goes with an image sequence alone.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Eigenen Ton gibt es nur zu einer Bildfolge.</translation>
    </message>
    <message>
        <source>Sound of its own is encoded, not copied.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Eigener Ton wird kodiert, nicht kopiert.</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <extracomment>renderers/nexrender/jobread.py</extracomment>
        <translation>In mehrere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>Split the script.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Das Skript aufteilen.</translation>
    </message>
    <message>
        <source>Start After Effects once, or let nexrender patch it again.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects einmal starten oder nexrender die Anpassung neu machen lassen.</translation>
    </message>
    <message>
        <source>Start a terminal as administrator and type once: &quot;{0}&quot; &quot;{1}&quot; --no-license --no-analytics --binary &quot;{2}&quot; &quot;{}&quot;. It ends with “job rendering failed”, which is as it should be.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Ein Terminal als Administrator öffnen und einmal eingeben: &quot;{0}&quot; &quot;{1}&quot; --no-license --no-analytics --binary &quot;{2}&quot; &quot;{}&quot;. Es endet mit „job rendering failed“, und so soll es sein.</translation>
    </message>
    <message>
        <source>Start it by hand once, and see what it waits for.</source>
        <extracomment>engine/trial.py</extracomment>
        <translation>Einmal von Hand starten und sehen, worauf es wartet.</translation>
    </message>
    <message>
        <source>Start it once by hand and see what it asks.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Einmal von Hand starten und sehen, was es fragt.</translation>
    </message>
    <message>
        <source>Start one, such as GNOME Keyring or KWallet, and sign in to the desktop.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Einen starten, etwa GNOME Keyring oder KWallet, und am Desktop anmelden.</translation>
    </message>
    <message>
        <source>Starts after {0} seconds without input</source>
        <extracomment>services/courtesy.py</extracomment>
        <translation>Beginnt nach {0} Sekunden ohne Eingabe</translation>
    </message>
    <message>
        <source>Store it with “rendermanager secret set NAME” and write ${secret:NAME} in its place.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Mit „rendermanager secret set NAME“ hinterlegen und ${secret:NAME} an seine Stelle schreiben.</translation>
    </message>
    <message>
        <source>Store it with “rendermanager secret set {0}”, then run the job again.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Mit „rendermanager secret set {0}“ hinterlegen, dann den Auftrag erneut rendern.</translation>
    </message>
    <message>
        <source>Sunday at {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>am Sonntag um {0}</translation>
    </message>
    <message>
        <source>Swap them.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Vertauschen.</translation>
    </message>
    <message>
        <source>Switch Stereoscopy off in its output properties and save it.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>In den Ausgabe-Eigenschaften die Stereoskopie abschalten und speichern.</translation>
    </message>
    <message>
        <source>Switch denoising off for the job (denoise=off), or choose another Blender.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Die Rauschminderung für den Auftrag abschalten (denoise=off) oder ein anderes Blender wählen.</translation>
    </message>
    <message>
        <source>Switch its add-on on, or choose another engine.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Das Add-on dafür einschalten oder einen anderen Renderer wählen.</translation>
    </message>
    <message>
        <source>Switch one on and save the scene.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Eine einschalten und die Szene speichern.</translation>
    </message>
    <message>
        <source>TIFF sequence</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>TIFF-Bildfolge</translation>
    </message>
    <message>
        <source>Take even numbers of pixels.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Gerade Pixelzahlen nehmen.</translation>
    </message>
    <message>
        <source>Take it away, or use another version of After Effects.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Entfernen oder eine andere Version von After Effects verwenden.</translation>
    </message>
    <message>
        <source>Take it out of the word.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Aus dem Wort herausnehmen.</translation>
    </message>
    <message>
        <source>Take it out.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Herausnehmen.</translation>
    </message>
    <message>
        <source>Take it out; ask where the job comes from.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Herausnehmen; nachfragen, woher der Auftrag kommt.</translation>
    </message>
    <message>
        <source>Take out NUL, and “=” from the names of variables.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>NUL entfernen, und „=“ aus den Namen von Variablen.</translation>
    </message>
    <message>
        <source>Take out NUL.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>NUL entfernen.</translation>
    </message>
    <message>
        <source>Take out the last comma.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Das letzte Komma entfernen.</translation>
    </message>
    <message>
        <source>Take out those that are not used.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>Die unbenutzten herausnehmen.</translation>
    </message>
    <message>
        <source>Take out what cannot be seen.</source>
        <extracomment>renderers/program/own.py</extracomment>
        <translation>Entfernen, was sich nicht sehen lässt.</translation>
    </message>
    <message>
        <source>Take them out.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Sie herausnehmen.</translation>
    </message>
    <message>
        <source>Take {0} or {1}.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>{0} oder {1} nehmen.</translation>
    </message>
    <message>
        <source>Task {0} is not {1} any more.</source>
        <extracomment>store/taskmoves.py</extracomment>
        <translation>Aufgabe {0} ist nicht mehr {1}.</translation>
    </message>
    <message>
        <source>Templates of Open Job Description need the package “openjd-model”.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>Vorlagen von Open Job Description brauchen das Paket „openjd-model“.</translation>
    </message>
    <message>
        <source>That is no job: {0}.</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Das ist kein Auftrag: {0}.</translation>
    </message>
    <message>
        <source>That is not a request.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Das ist keine Anfrage.</translation>
    </message>
    <message>
        <source>That output module template does not exist in this After Effects.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Diese Vorlage für Ausgabemodule gibt es in diesem After Effects nicht.</translation>
    </message>
    <message>
        <source>That render settings template does not exist in this After Effects.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Diese Vorlage für Rendereinstellungen gibt es in diesem After Effects nicht.</translation>
    </message>
    <message>
        <source>The .blend file is missing.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Die .blend-Datei fehlt.</translation>
    </message>
    <message>
        <source>The LaTeX package “{0}{1}” is not installed.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Das LaTeX-Paket „{0}{1}“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>The NVIDIA driver is too old for this ffmpeg.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Der NVIDIA-Treiber ist zu alt für dieses ffmpeg.</translation>
    </message>
    <message>
        <source>The Node module “{0}” is not installed.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Node-Modul „{0}“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>The Python module “{0}” is not installed.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Python-Modul „{0}“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>The action names no module.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Die Aktion nennt kein Modul.</translation>
    </message>
    <message>
        <source>The action “{0}” is a program of its own: it is not run.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Die Aktion „{0}“ ist ein eigenes Programm: Sie wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The action “{0}” is not on the list of those that run.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Die Aktion „{0}“ steht nicht auf der Liste derer, die laufen.</translation>
    </message>
    <message>
        <source>The action “{0}” is not run.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Die Aktion „{0}“ wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The assets {0} and {1} are both called “{2}” while they render.</source>
        <extracomment>renderers/nexrender/jobcompile.py</extracomment>
        <translation>Die Assets {0} und {1} heißen beim Rendern beide „{2}“.</translation>
    </message>
    <message>
        <source>The ceiling of the memory must be 10 to 100 percent.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>Die Grenze des Speichers muss 10 bis 100 Prozent betragen.</translation>
    </message>
    <message>
        <source>The certificate of a server is not accepted.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Zertifikat eines Servers wird nicht anerkannt.</translation>
    </message>
    <message>
        <source>The chosen part of the source holds nothing.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Der gewählte Teil der Quelle enthält nichts.</translation>
    </message>
    <message>
        <source>The codec does not take pictures of this size.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Der Codec nimmt Bilder dieser Größe nicht an.</translation>
    </message>
    <message>
        <source>The composition is not in the project.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Komposition ist nicht im Projekt.</translation>
    </message>
    <message>
        <source>The composition was renamed, or its name is misspelt.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Die Komposition wurde umbenannt, oder ihr Name ist falsch geschrieben.</translation>
    </message>
    <message>
        <source>The composition “{0}” has a name that nexrender cannot pass on.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>Den Namen der Komposition „{0}“ kann nexrender nicht weitergeben.</translation>
    </message>
    <message>
        <source>The composition “{0}” has no size or no length.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Die Komposition „{0}“ hat keine Größe oder keine Länge.</translation>
    </message>
    <message>
        <source>The composition “{0}” shows {1}.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Die Komposition „{0}“ zeigt {1}.</translation>
    </message>
    <message>
        <source>The composition “{0}” {1}.</source>
        <extracomment>renderers/nexrender/jobobject.py</extracomment>
        <translation>Die Komposition „{0}“ {1}.</translation>
    </message>
    <message>
        <source>The container cannot hold one of the codecs.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Der Container kann einen der Codecs nicht aufnehmen.</translation>
    </message>
    <message>
        <source>The data folder “{0}” cannot be made: {1}.</source>
        <extracomment>config/paths.py</extracomment>
        <translation>Der Datenordner „{0}“ lässt sich nicht anlegen: {1}.</translation>
    </message>
    <message>
        <source>The data of {0} does not begin like data.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>Die Daten von {0} fangen nicht wie Daten an.</translation>
    </message>
    <message>
        <source>The data of {0} is larger than {1} KiB.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>Die Daten von {0} sind größer als {1} KiB.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The disk with the queue is full.</source>
        <extracomment>store/refusals.py</extracomment>
        <translation>Der Datenträger mit der Warteschlange ist voll.</translation>
    </message>
    <message>
        <source>The drive of the output is write-protected.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Laufwerk des Ergebnisses ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The encoder refused the settings.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Der Encoder hat die Einstellungen abgelehnt.</translation>
    </message>
    <message>
        <source>The encoder stopped; the file is cut off.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Der Encoder brach ab; die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The end has to come after the start.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Das Ende muss nach dem Anfang kommen.</translation>
    </message>
    <message>
        <source>The environment “{0}” of “{1}” runs actions of its own (onEnter, onExit), which is not done here.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>Die Umgebung „{0}“ von „{1}“ führt eigene Aktionen aus (onEnter, onExit), was hier nicht geschieht.</translation>
    </message>
    <message>
        <source>The field “{0}” changes the program that reads it.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Das Feld „{0}“ verändert das Programm, das es liest.</translation>
    </message>
    <message>
        <source>The field “{0}” holds half a character.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Das Feld „{0}“ enthält ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>The field “{0}” is there twice in one object.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Das Feld „{0}“ steht zweimal in einem Objekt.</translation>
    </message>
    <message>
        <source>The field “{0}” is there twice, with two values.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>Das Feld „{0}“ steht zweimal da, mit zwei Werten.</translation>
    </message>
    <message>
        <source>The file is damaged, or is no .blend file.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Die Datei ist beschädigt oder keine .blend-Datei.</translation>
    </message>
    <message>
        <source>The file is damaged: the next start puts it aside and restores the newest backup.</source>
        <extracomment>store/database.py</extracomment>
        <translation>Die Datei ist beschädigt: Der nächste Start legt sie beiseite und stellt die neueste Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The file is probably damaged. Convert or export it anew.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Die Datei ist wohl beschädigt. Umwandeln oder neu exportieren.</translation>
    </message>
    <message>
        <source>The file of {0} cannot be reached: “{1}”: {2}.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Die Datei von {0} ist nicht erreichbar: „{1}“: {2}.</translation>
    </message>
    <message>
        <source>The file of {0} comes from {1}: “{2}” is not fetched.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>Die Datei von {0} kommt von {1}: „{2}“ wird nicht geholt.</translation>
    </message>
    <message>
        <source>The file of {0} is missing: “{1}”.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>Die Datei von {0} fehlt: „{1}“.</translation>
    </message>
    <message>
        <source>The file “{0}” cannot be read: {1}.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Datei „{0}“ lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>The file “{0}” could not be fetched: {1}.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Datei „{0}“ ließ sich nicht holen: {1}.</translation>
    </message>
    <message>
        <source>The file “{0}” does not say what runs it.</source>
        <extracomment>renderers/openjd/action.py</extracomment>
        <translation>Die Datei „{0}“ sagt nicht, was sie ausführt.</translation>
    </message>
    <message>
        <source>The file “{0}” is not there any more.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Datei „{0}“ ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file “{0}” was exchanged after it was looked at: it is not read.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Datei „{0}“ wurde nach der Prüfung ausgetauscht: Sie wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The file “{0}” was not fetched: {1}.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Datei „{0}“ wurde nicht geholt: {1}.</translation>
    </message>
    <message>
        <source>The film could not be begun: the codec does not take these settings.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Der Film ließ sich nicht beginnen: Der Codec nimmt diese Einstellungen nicht an.</translation>
    </message>
    <message>
        <source>The film could not be put together.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Der Film ließ sich nicht zusammensetzen.</translation>
    </message>
    <message>
        <source>The filter “{0}” is not on the list of those that are used.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>Der Filter „{0}“ steht nicht auf der Liste der erlaubten.</translation>
    </message>
    <message>
        <source>The filter “{0}” may reach for files.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>Der Filter „{0}“ könnte auf Dateien zugreifen.</translation>
    </message>
    <message>
        <source>The folder of the log is missing.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Der Ordner des Protokolls fehlt.</translation>
    </message>
    <message>
        <source>The folder of the output is gone.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Der Ergebnisordner ist weg.</translation>
    </message>
    <message>
        <source>The folder “{0}”</source>
        <extracomment>core/circuit.py</extracomment>
        <translation>Der Ordner „{0}“</translation>
    </message>
    <message>
        <source>The folder “{0}” cannot be written to: {1}.</source>
        <extracomment>core/errors.py</extracomment>
        <translation>In den Ordner „{0}“ lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>The folder “{0}” could not be read.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>Der Ordner „{0}“ ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>The folder “{0}” does not exist.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Den Ordner „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder “{0}” holds no video, sound or pictures.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>Der Ordner „{0}“ enthält weder Video noch Ton noch Bilder.</translation>
    </message>
    <message>
        <source>The folder “{0}” holds several apostrophes, which nexrender mistakes.</source>
        <extracomment>renderers/nexrender/jobcompile.py</extracomment>
        <translation>Der Ordner „{0}“ enthält mehrere Apostrophe, die nexrender missversteht.</translation>
    </message>
    <message>
        <source>The folder “{0}” may not be written to: {1}.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>In den Ordner „{0}“ darf nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>The frame range was ignored, so the whole composition was rendered.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Der Bildbereich wurde übergangen, also wurde die ganze Komposition gerendert.</translation>
    </message>
    <message>
        <source>The frames make no sense: {0}.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Die Bilder ergeben keinen Sinn: {0}.</translation>
    </message>
    <message>
        <source>The graphics card cannot encode this.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Grafikkarte kann das nicht kodieren.</translation>
    </message>
    <message>
        <source>The graphics card failed.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Die Grafikkarte hat versagt.</translation>
    </message>
    <message>
        <source>The graphics card is out of memory.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Der Speicher der Grafikkarte reicht nicht.</translation>
    </message>
    <message>
        <source>The graphics card ran out of memory.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Der Speicher der Grafikkarte ging aus.</translation>
    </message>
    <message>
        <source>The graphics driver failed.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Der Grafiktreiber hat versagt.</translation>
    </message>
    <message>
        <source>The hardware encoder is not available on this machine.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Der Hardware-Encoder ist auf diesem Rechner nicht verfügbar.</translation>
    </message>
    <message>
        <source>The hours of the week are a list of texts.</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Die Stunden der Woche sind eine Liste von Texten.</translation>
    </message>
    <message>
        <source>The hours “{0}” end when they begin.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>Die Uhrzeiten „{0}“ enden, wenn sie beginnen.</translation>
    </message>
    <message>
        <source>The installation was stopped.</source>
        <extracomment>services/installing.py</extracomment>
        <translation>Die Installation wurde angehalten.</translation>
    </message>
    <message>
        <source>The job does not say which frames it renders.</source>
        <extracomment>renderers/program/engine.py</extracomment>
        <translation>Der Auftrag sagt nicht, welche Bilder er rendert.</translation>
    </message>
    <message>
        <source>The job file is incomplete.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Auftragsdatei ist unvollständig.</translation>
    </message>
    <message>
        <source>The job file is not valid JSON.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Die Auftragsdatei ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The job goes on by itself when there are some. If that happens again, render fewer jobs at once, or let programs open more files.</source>
        <extracomment>engine/handles.py</extracomment>
        <translation>Der Auftrag geht von selbst weiter, sobald es wieder geht. Geschieht das öfter, weniger Aufträge gleichzeitig rendern oder Programmen mehr offene Dateien erlauben.</translation>
    </message>
    <message>
        <source>The job holds a number with more digits than anybody can use.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Der Auftrag enthält eine Zahl mit mehr Stellen, als irgendwer brauchen kann.</translation>
    </message>
    <message>
        <source>The job is empty.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Der Auftrag ist leer.</translation>
    </message>
    <message>
        <source>The job is in UTF-16 or UTF-32.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Der Auftrag ist in UTF-16 oder UTF-32.</translation>
    </message>
    <message>
        <source>The job is larger than {0} MiB.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Der Auftrag ist größer als {0} MiB.</translation>
    </message>
    <message>
        <source>The job is nested more than {0} levels deep (line {1}).</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Der Auftrag ist mehr als {0} Ebenen tief verschachtelt (Zeile {1}).</translation>
    </message>
    <message>
        <source>The job is nested too deeply.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Der Auftrag ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The job {0} is larger than {1} MiB.</source>
        <extracomment>renderers/nexrender/jobread.py</extracomment>
        <translation>Der Auftrag {0} ist größer als {1} MiB.</translation>
    </message>
    <message>
        <source>The job {0}.</source>
        <extracomment>store/editing.py</extracomment>
        <translation>Der Auftrag {0}.</translation>
    </message>
    <message>
        <source>The keyring cannot be asked: the message bus of the desktop does not answer.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Der Schlüsselbund ist nicht erreichbar: Der Nachrichtenbus des Desktops antwortet nicht.</translation>
    </message>
    <message>
        <source>The keyring did not answer as it should: {0}.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Der Schlüsselbund antwortete nicht wie erwartet: {0}.</translation>
    </message>
    <message>
        <source>The keyword “{0}” is no name of a variable.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Das Schlüsselwort „{0}“ ist kein Name einer Variablen.</translation>
    </message>
    <message>
        <source>The last frame ({0}) comes before the first ({1}).</source>
        <extracomment>renderers/nexrender/jobobject.py</extracomment>
        <translation>Das letzte Bild ({0}) kommt vor dem ersten ({1}).</translation>
    </message>
    <message>
        <source>The last frame ({0}) comes before the first one ({1}).</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Das letzte Bild ({0}) kommt vor dem ersten ({1}).</translation>
    </message>
    <message>
        <source>The last frame as a PNG.</source>
        <extracomment>renderers/manim/presets.py</extracomment>
        <translation>Das letzte Bild als PNG.</translation>
    </message>
    <message>
        <source>The limit for renders that hang must be 10 to 86400 seconds, 0 or -1.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>Die Grenze für hängende Aufträge muss 10 bis 86400 Sekunden betragen, oder 0 oder -1.</translation>
    </message>
    <message>
        <source>The lines around it in the log say where.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Wo, steht in den Zeilen ringsum im Protokoll.</translation>
    </message>
    <message>
        <source>The list holds more than {0} jobs.</source>
        <extracomment>renderers/nexrender/jobread.py</extracomment>
        <translation>Die Liste enthält mehr als {0} Aufträge.</translation>
    </message>
    <message>
        <source>The list holds no jobs.</source>
        <extracomment>renderers/nexrender/jobread.py</extracomment>
        <translation>Die Liste enthält keine Aufträge.</translation>
    </message>
    <message>
        <source>The local socket cannot be made: {0}.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Der lokale Socket lässt sich nicht anlegen: {0}.</translation>
    </message>
    <message>
        <source>The log names the frame; render it by hand to see why.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Das Protokoll nennt das Bild; von Hand rendern, um den Grund zu sehen.</translation>
    </message>
    <message>
        <source>The log shows the line of the script.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Das Protokoll nennt die Zeile des Skripts.</translation>
    </message>
    <message>
        <source>The log shows what ffmpeg said.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Was ffmpeg dazu sagte, steht im Protokoll.</translation>
    </message>
    <message>
        <source>The name of a file is too long for its drive.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Der Name einer Datei ist zu lang für ihr Laufwerk.</translation>
    </message>
    <message>
        <source>The name of “{0}” is not valid text (UTF-8).</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>Der Name von „{0}“ ist kein gültiger Text (UTF-8).</translation>
    </message>
    <message>
        <source>The network drive is out of reach.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Netzlaufwerk ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The nexrender module “{0}{1}” is not installed.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Das nexrender-Modul „{0}{1}“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>The nexrender patch of the command line renderer is missing.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Die Anpassung des Kommandozeilen-Renderers durch nexrender fehlt.</translation>
    </message>
    <message>
        <source>The number {0} is too large.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Die Zahl {0} ist zu groß.</translation>
    </message>
    <message>
        <source>The option “{0}” of ffmpeg is not on the list of those that are used.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>Die Option „{0}“ von ffmpeg steht nicht auf der Liste der erlaubten.</translation>
    </message>
    <message>
        <source>The output exists already.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Das Ergebnis gibt es schon.</translation>
    </message>
    <message>
        <source>The output folder is read-only or missing, or the file is locked.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Der Ergebnisordner ist schreibgeschützt oder fehlt, oder die Datei ist gesperrt.</translation>
    </message>
    <message>
        <source>The output may not be written.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Das Ergebnis darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The output module failed, often because two renders used one codec at once.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Das Ausgabemodul ist gescheitert, oft weil zwei Aufträge zugleich einen Codec verwendeten.</translation>
    </message>
    <message>
        <source>The packages could not be fetched: npm&apos;s registry refuses access.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Die Pakete ließen sich nicht holen: Die Registry von npm verweigert den Zugriff.</translation>
    </message>
    <message>
        <source>The packages could not be fetched: the registry&apos;s certificate is not trusted here.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Die Pakete ließen sich nicht holen: Dem Zertifikat der Registry wird hier nicht vertraut.</translation>
    </message>
    <message>
        <source>The packages could not be fetched: there is no way to npm&apos;s registry.</source>
        <extracomment>renderers/nexrender/install.py</extracomment>
        <translation>Die Pakete ließen sich nicht holen: Die Registry von npm ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The parameter “{0}” of “{1}” cannot be a setting.</source>
        <extracomment>renderers/openjd/form.py</extracomment>
        <translation>Der Parameter „{0}“ von „{1}“ kann keine Einstellung sein.</translation>
    </message>
    <message>
        <source>The picture is smaller than this codec allows ({0}).</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Das Bild ist kleiner, als dieser Codec erlaubt ({0}).</translation>
    </message>
    <message>
        <source>The picture size is odd, which this codec does not take.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Bildgröße ist ungerade, was dieser Codec nicht annimmt.</translation>
    </message>
    <message>
        <source>The picture size {0} is odd, which this codec does not take.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Bildgröße {0} ist ungerade, was dieser Codec nicht annimmt.</translation>
    </message>
    <message>
        <source>The pictures could not be written.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Die Bilder ließen sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The pictures of the sequence are not where they were.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Bilder der Bildfolge sind nicht mehr, wo sie waren.</translation>
    </message>
    <message>
        <source>The pictures of the source do not say when they are shown, so they cannot be copied.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Bilder der Quelle sagen nicht, wann sie gezeigt werden, und lassen sich deshalb nicht kopieren.</translation>
    </message>
    <message>
        <source>The pictures of {0} end after {1}, its sound after {2}.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>Die Bilder von {0} enden nach {1}, der Ton nach {2}.</translation>
    </message>
    <message>
        <source>The pictures of {0} end at {1}, but its source goes on.</source>
        <extracomment>media/comparing.py</extracomment>
        <translation>Die Bilder von {0} enden bei {1}, aber die Quelle geht weiter.</translation>
    </message>
    <message>
        <source>The preset file for “{0}” is not used: that name is taken.</source>
        <extracomment>renderers/registry.py</extracomment>
        <translation>Die Vorgabendatei für „{0}“ wird nicht verwendet: Der Name ist vergeben.</translation>
    </message>
    <message>
        <source>The preset file {0} cannot be written: {1}.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Die Vorgabendatei {0} lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>The preset “{0}”, “{1}”: {2}.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Die Vorgabe „{0}“, „{1}“: {2}.</translation>
    </message>
    <message>
        <source>The presets in “{0}” cannot be read: {1}.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>Die Vorgaben in „{0}“ lassen sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>The program claimed success, but its result is not good: see the log.</source>
        <extracomment>engine/finish.py</extracomment>
        <translation>Das Programm meldete Erfolg, aber das Ergebnis ist nicht gut: siehe Protokoll.</translation>
    </message>
    <message>
        <source>The program could not be started: {0}.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Das Programm ließ sich nicht starten: {0}.</translation>
    </message>
    <message>
        <source>The program crashed ({0}).</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Das Programm ist abgestürzt ({0}).</translation>
    </message>
    <message>
        <source>The program crashed.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Programm ist abgestürzt.</translation>
    </message>
    <message>
        <source>The program ended as if all were well, but its log says that it failed.</source>
        <extracomment>core/success.py</extracomment>
        <translation>Das Programm endete, als wäre alles gut, aber laut Protokoll ist es gescheitert.</translation>
    </message>
    <message>
        <source>The program ended with exit code {0}.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Das Programm endete mit Exit-Code {0}.</translation>
    </message>
    <message>
        <source>The program ended without having said “{0}”.</source>
        <extracomment>core/success.py</extracomment>
        <translation>Das Programm endete, ohne „{0}“ zu melden.</translation>
    </message>
    <message>
        <source>The program is not installed completely: {0}{1}{2}{3} is missing.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Programm ist nicht vollständig installiert: {0}{1}{2}{3} fehlt.</translation>
    </message>
    <message>
        <source>The program said “{0}”, which means that it failed.</source>
        <extracomment>core/success.py</extracomment>
        <translation>Das Programm meldete „{0}“; es ist also gescheitert.</translation>
    </message>
    <message>
        <source>The program that reads media files could not be started ({0}).</source>
        <extracomment>media/reader.py</extracomment>
        <translation>Das Programm, das Mediendateien liest, ließ sich nicht starten ({0}).</translation>
    </message>
    <message>
        <source>The program was ended, most often because memory ran out.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Programm wurde beendet, meist weil der Speicher ausging.</translation>
    </message>
    <message>
        <source>The program was killed from outside, most often because memory ran out.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Das Programm wurde von außen beendet, meist weil der Speicher ausging.</translation>
    </message>
    <message>
        <source>The program was made for another kind of machine.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Programm ist für eine andere Art von Rechner gemacht.</translation>
    </message>
    <message>
        <source>The program was stopped from outside ({0}).</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Das Programm wurde von außen angehalten ({0}).</translation>
    </message>
    <message>
        <source>The program was stopped from outside.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Programm wurde von außen angehalten.</translation>
    </message>
    <message>
        <source>The program {0}, and its log could not be written: {1}.</source>
        <extracomment>engine/diagnose.py</extracomment>
        <translation>Das Programm {0}, und sein Protokoll ließ sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>The project could not be read ({0}): nothing is known about its size and length.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Das Projekt ließ sich nicht lesen ({0}): Über Größe und Länge ist nichts bekannt.</translation>
    </message>
    <message>
        <source>The project file is missing.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Die Projektdatei fehlt.</translation>
    </message>
    <message>
        <source>The project is still being copied, or is damaged.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Das Projekt wird noch kopiert oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The project was saved by After Effects {0}, which is newer than the {1} that would render it.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Das Projekt wurde mit After Effects {0} gespeichert; das ist neuer als {1}, womit es gerendert würde.</translation>
    </message>
    <message>
        <source>The project was saved by a newer After Effects.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Das Projekt wurde mit einem neueren After Effects gespeichert.</translation>
    </message>
    <message>
        <source>The project was saved by an older After Effects.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Das Projekt wurde mit einem älteren After Effects gespeichert.</translation>
    </message>
    <message>
        <source>The property “{0}” gets neither a value nor an expression.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Die Eigenschaft „{0}“ bekommt weder einen Wert noch einen Ausdruck.</translation>
    </message>
    <message>
        <source>The queue cannot be read: {0}.</source>
        <extracomment>store/rows.py</extracomment>
        <translation>Die Warteschlange lässt sich nicht lesen: {0}.</translation>
    </message>
    <message>
        <source>The queue has finished</source>
        <extracomment>services/notices.py</extracomment>
        <translation>Die Warteschlange ist abgearbeitet</translation>
    </message>
    <message>
        <source>The queue in “{0}” cannot be opened: {1}.</source>
        <extracomment>store/database.py</extracomment>
        <translation>Die Warteschlange in „{0}“ lässt sich nicht öffnen: {1}.</translation>
    </message>
    <message>
        <source>The queue is closed.</source>
        <extracomment>store/store.py</extracomment>
        <translation>Die Warteschlange ist geschlossen.</translation>
    </message>
    <message>
        <source>The queue is paused</source>
        <extracomment>scheduling/admission.py</extracomment>
        <translation>Die Warteschlange ist angehalten</translation>
    </message>
    <message>
        <source>The queue needs attention</source>
        <extracomment>services/notes.py</extracomment>
        <translation>Die Warteschlange braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>The queue was damaged, and there was no backup. It begins anew, empty.</source>
        <extracomment>store/mending.py</extracomment>
        <translation>Die Warteschlange war beschädigt, und es gab keine Sicherung. Sie beginnt neu, leer.</translation>
    </message>
    <message>
        <source>The queue was damaged, and there was no backup. What could be read, {0} that had not ended, is back and paused: look it over, then resume it.</source>
        <extracomment>store/mending.py</extracomment>
        <translation>Die Warteschlange war beschädigt, und es gab keine Sicherung. Was sich lesen ließ, {0} noch nicht beendet, ist wieder da und angehalten: durchsehen, dann fortsetzen.</translation>
    </message>
    <message>
        <source>The queue was damaged. The backup of {0} with {1} was restored; what was added or changed after that may be missing.</source>
        <extracomment>store/mending.py</extracomment>
        <translation>Die Warteschlange war beschädigt. Die Sicherung von {0} mit {1} wurde wiederhergestellt; was danach hinzugefügt oder geändert wurde, fehlt vielleicht.</translation>
    </message>
    <message>
        <source>The queue was damaged. {0} could be read: nothing is missing.</source>
        <extracomment>store/mending.py</extracomment>
        <translation>Die Warteschlange war beschädigt. {0} ließen sich lesen: Nichts fehlt.</translation>
    </message>
    <message>
        <source>The queue “{0}” cannot be opened: {1}.</source>
        <extracomment>store/database.py</extracomment>
        <translation>Die Warteschlange „{0}“ lässt sich nicht öffnen: {1}.</translation>
    </message>
    <message>
        <source>The queue “{0}” is damaged, and nothing can be put in its place: {1}.</source>
        <extracomment>services/opening.py</extracomment>
        <translation>Die Warteschlange „{0}“ ist beschädigt, und nichts kann an ihre Stelle treten: {1}.</translation>
    </message>
    <message>
        <source>The queue “{0}” was written by a newer Render Manager.</source>
        <extracomment>store/database.py</extracomment>
        <translation>Die Warteschlange „{0}“ wurde von einem neueren Render Manager geschrieben.</translation>
    </message>
    <message>
        <source>The range of frames cannot be.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Diesen Bildbereich gibt es nicht.</translation>
    </message>
    <message>
        <source>The render could not be finished; the log above says why.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Das Rendern ließ sich nicht abschließen; der Grund steht weiter oben im Protokoll.</translation>
    </message>
    <message>
        <source>The render failed; the lines above in the log say why.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Das Rendern ist gescheitert; der Grund steht weiter oben im Protokoll.</translation>
    </message>
    <message>
        <source>The render has not moved for {0} seconds: it hangs, or one frame is very slow.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Das Rendern bewegt sich seit {0} Sekunden nicht: Es hängt, oder ein Bild ist sehr langsam.</translation>
    </message>
    <message>
        <source>The render queue item has no output path.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Der Eintrag der Renderliste hat keinen Ausgabepfad.</translation>
    </message>
    <message>
        <source>The render queue item no longer exists in the project.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Den Eintrag der Renderliste gibt es im Projekt nicht mehr.</translation>
    </message>
    <message>
        <source>The render took longer than its limit.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Das Rendern dauerte länger als erlaubt.</translation>
    </message>
    <message>
        <source>The render was stopped from outside (signal {0}).</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Das Rendern wurde von außen beendet (Signal {0}).</translation>
    </message>
    <message>
        <source>The renderer could not talk to After Effects.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Der Renderer konnte After Effects nicht erreichen.</translation>
    </message>
    <message>
        <source>The renderer wrote nothing, often because of a licence or a dialog.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Der Renderer hat nichts geschrieben, oft wegen einer Lizenz oder eines Dialogs.</translation>
    </message>
    <message>
        <source>The request “{0}” was not understood: {1}.</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Die Anfrage „{0}“ wurde nicht verstanden: {1}.</translation>
    </message>
    <message>
        <source>The result could not be uploaded.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Das Ergebnis ließ sich nicht hochladen.</translation>
    </message>
    <message>
        <source>The result grew larger than its drive allows.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Ergebnis wurde größer, als sein Laufwerk erlaubt.</translation>
    </message>
    <message>
        <source>The result is not there: its extension differs from the output module&apos;s, or the render failed.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Das Ergebnis ist nicht da: Seine Endung weicht von der des Ausgabemoduls ab, oder das Rendern ist gescheitert.</translation>
    </message>
    <message>
        <source>The result is probably empty.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Das Ergebnis ist wahrscheinlich leer.</translation>
    </message>
    <message>
        <source>The result of After Effects could not be encoded.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Das Ergebnis von After Effects ließ sich nicht kodieren.</translation>
    </message>
    <message>
        <source>The result of “{0}” {1}: the job waits until there is room.</source>
        <extracomment>services/preflight.py</extracomment>
        <translation>Das Ergebnis von „{0}“ {1}: Der Auftrag wartet, bis Platz ist.</translation>
    </message>
    <message>
        <source>The room that stays free must be 0 to 10000000 megabytes.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>Der Platz, der frei bleibt, muss 0 bis 10000000 Megabyte betragen.</translation>
    </message>
    <message>
        <source>The scene has no active camera.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Die Szene hat keine aktive Kamera.</translation>
    </message>
    <message>
        <source>The scene has no frame rate, which a film needs.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Die Szene hat keine Bildrate, die ein Film aber braucht.</translation>
    </message>
    <message>
        <source>The scene has no frames to render.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Die Szene hat keine Bilder zum Rendern.</translation>
    </message>
    <message>
        <source>The scene is not in the script.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Die Szene ist nicht im Skript.</translation>
    </message>
    <message>
        <source>The scene starts at frame {0}, but files count from 0.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Die Szene beginnt bei Bild {0}, aber Dateien zählen ab 0.</translation>
    </message>
    <message>
        <source>The scene uses {0} missing: {1}.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Die Szene verwendet {0}, aber es fehlt: {1}.</translation>
    </message>
    <message>
        <source>The scene was saved by a newer Blender.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Die Szene wurde mit einem neueren Blender gespeichert.</translation>
    </message>
    <message>
        <source>The scene “{0}” of “{1}” has no camera.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Die Szene „{0}“ von „{1}“ hat keine Kamera.</translation>
    </message>
    <message>
        <source>The scene “{0}” plays no animation, so that no film can be made of it.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>Die Szene „{0}“ spielt keine Animation, also lässt sich kein Film daraus machen.</translation>
    </message>
    <message>
        <source>The scene “{0}” renders several views of each frame (stereo).</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Die Szene „{0}“ rendert mehrere Ansichten je Bild (Stereo).</translation>
    </message>
    <message>
        <source>The script cannot be read: {0}.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Das Skript lässt sich nicht lesen: {0}.</translation>
    </message>
    <message>
        <source>The script ended with an error: {0}.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Das Skript endete mit einem Fehler: {0}.</translation>
    </message>
    <message>
        <source>The script ended with an error: {1}.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Das Skript endete mit einem Fehler: {1}.</translation>
    </message>
    <message>
        <source>The script “{0}” was not looked at.</source>
        <extracomment>renderers/nexrender/jobcompile.py</extracomment>
        <translation>Das Skript „{0}“ wurde nicht angesehen.</translation>
    </message>
    <message>
        <source>The sequence “{0}” lacks pictures: {1}.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>In der Bildfolge „{0}“ fehlen Bilder: {1}.</translation>
    </message>
    <message>
        <source>The settings cannot be written: {0}.</source>
        <extracomment>services/hoursbook.py</extracomment>
        <translation>Die Einstellungen lassen sich nicht schreiben: {0}.</translation>
    </message>
    <message>
        <source>The small picture of {name} could not be written{detail}.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Das Vorschaubild von {name} ließ sich nicht schreiben{detail}.</translation>
    </message>
    <message>
        <source>The smallest files, slow to make.</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>Die kleinsten Dateien, langsam zu erzeugen.</translation>
    </message>
    <message>
        <source>The source ends before its time: it is cut off, or still being written.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Quelle endet vor ihrer Zeit: Sie ist abgeschnitten oder wird noch geschrieben.</translation>
    </message>
    <message>
        <source>The source has no stream of the kind that is needed.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Der Quelle fehlt ein Datenstrom der nötigen Art.</translation>
    </message>
    <message>
        <source>The source is a folder.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Quelle ist ein Ordner.</translation>
    </message>
    <message>
        <source>The source is cut off, or still being written: its index is missing.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Quelle ist abgeschnitten oder wird noch geschrieben: Ihr Index fehlt.</translation>
    </message>
    <message>
        <source>The source is damaged or of an unsupported kind.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Quelle ist beschädigt oder von einer nicht unterstützten Art.</translation>
    </message>
    <message>
        <source>The source is not what its name says, and is not opened for safety.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Quelle ist nicht, was ihr Name sagt, und wird aus Sicherheit nicht geöffnet.</translation>
    </message>
    <message>
        <source>The source is not where it was.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Quelle ist nicht mehr, wo sie war.</translation>
    </message>
    <message>
        <source>The source leads to another place ({0}), which is not followed for safety.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Quelle führt an einen anderen Ort ({0}), dem aus Sicherheit nicht gefolgt wird.</translation>
    </message>
    <message>
        <source>The source may not be read.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Die Quelle darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The start lies behind the end of “{0}” ({1} s).</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Der Anfang liegt hinter dem Ende von „{0}“ ({1} s).</translation>
    </message>
    <message>
        <source>The step “{0}” asks for a certain machine, which is not looked at.</source>
        <extracomment>renderers/openjd/engine.py</extracomment>
        <translation>Der Schritt „{0}“ verlangt einen bestimmten Rechner, was nicht beachtet wird.</translation>
    </message>
    <message>
        <source>The step “{0}” of “{1}” has no “script”, which is needed here.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>Der Schritt „{0}“ von „{1}“ hat kein „script“, das hier nötig ist.</translation>
    </message>
    <message>
        <source>The system ran out of files or processes it can open.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Dem System gingen Dateien oder Prozesse aus, die es öffnen kann.</translation>
    </message>
    <message>
        <source>The time without input must be 5 to 7200 seconds.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>Die Zeit ohne Eingaben muss 5 bis 7200 Sekunden betragen.</translation>
    </message>
    <message>
        <source>The {0} of “{1}” hold a password or token in plain text.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Ein Passwort oder Token steht im Klartext: {0} von „{1}“.</translation>
    </message>
    <message>
        <source>The {0} “{1}” is not valid text (UTF-8).</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>Kein gültiger Text (UTF-8): {0} „{1}“.</translation>
    </message>
    <message>
        <source>There are already {0} versions of “{1}”.</source>
        <extracomment>services/outputs.py</extracomment>
        <translation>Es gibt schon {0} Versionen von „{1}“.</translation>
    </message>
    <message>
        <source>There are no presets of your own yet.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Es gibt noch keine eigenen Vorgaben.</translation>
    </message>
    <message>
        <source>There are {0} more problems like these.</source>
        <extracomment>renderers/nexrender/jobread.py</extracomment>
        <translation>Es gibt {0} weitere Probleme wie diese.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Es gibt: {0}.</translation>
    </message>
    <message>
        <source>There is a preset “{0}” already.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>Eine Vorgabe „{0}“ gibt es schon.</translation>
    </message>
    <message>
        <source>There is no NVIDIA driver on this machine.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Auf diesem Rechner gibt es keinen NVIDIA-Treiber.</translation>
    </message>
    <message>
        <source>There is no OpenGL for this render.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Für dieses Rendern gibt es kein OpenGL.</translation>
    </message>
    <message>
        <source>There is no composition in the project.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Im Projekt gibt es keine Komposition.</translation>
    </message>
    <message>
        <source>There is no composition “{0}” in the project.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>Im Projekt gibt es keine Komposition „{0}“.</translation>
    </message>
    <message>
        <source>There is no folder for the local socket.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Für den lokalen Socket gibt es keinen Ordner.</translation>
    </message>
    <message>
        <source>There is no job with so large a number.</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Einen Auftrag mit so großer Nummer gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no job {0}.</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Es gibt keinen Auftrag {0}.</translation>
    </message>
    <message>
        <source>There is no language “{0}”.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>Die Sprache „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no layer “{0}” in the composition.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>In der Komposition gibt es keine Ebene „{0}“.</translation>
    </message>
    <message>
        <source>There is no licence for the program on this machine.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Auf diesem Rechner gibt es keine Lizenz für das Programm.</translation>
    </message>
    <message>
        <source>There is no program “{0}” on this machine.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>Ein Programm „{0}“ gibt es auf diesem Rechner nicht.</translation>
    </message>
    <message>
        <source>There is no secret “{0}” in the keyring.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Im Schlüsselbund gibt es kein Geheimnis „{0}“.</translation>
    </message>
    <message>
        <source>There is no secret “{0}”.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Es gibt kein Geheimnis „{0}“.</translation>
    </message>
    <message>
        <source>There is no sound file “{0}”.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Eine Tondatei „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no theme “{0}”.</source>
        <extracomment>config/settings.py</extracomment>
        <translation>Die Darstellung „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no {0} “{1}”.</source>
        <extracomment>core/problem.py</extracomment>
        <translation>Es gibt hier kein „{1}“ ({0}).</translation>
    </message>
    <message>
        <source>There is: {0}.</source>
        <extracomment>renderers/nexrender/command.py</extracomment>
        <translation>Vorhanden ist: {0}.</translation>
    </message>
    <message>
        <source>There may be {0} windows of the week at most.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>Es kann höchstens {0} Zeitfenster geben.</translation>
    </message>
    <message>
        <source>These actions run: {0}.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Diese Aktionen laufen: {0}.</translation>
    </message>
    <message>
        <source>They are counted from 1.</source>
        <extracomment>renderers/nexrender/jobholding.py</extracomment>
        <translation>Gezählt wird ab 1.</translation>
    </message>
    <message>
        <source>This Blender cannot remove noise.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Dieses Blender kann kein Rauschen entfernen.</translation>
    </message>
    <message>
        <source>This Blender does not have the render engine of the scene.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>Dieses Blender hat den Renderer der Szene nicht.</translation>
    </message>
    <message>
        <source>This aerender does not know the argument “{0}”.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Dieses aerender kennt das Argument „{0}“ nicht.</translation>
    </message>
    <message>
        <source>This ffmpeg cannot read the source&apos;s codec “{0}{1}”.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Dieses ffmpeg kann den Codec „{0}{1}“ der Quelle nicht lesen.</translation>
    </message>
    <message>
        <source>This ffmpeg does not know something that is needed: {0}{1}.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Dieses ffmpeg kennt etwas Nötiges nicht: {0}{1}.</translation>
    </message>
    <message>
        <source>This ffmpeg does not know the format “{0}{1}”.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Dieses ffmpeg kennt das Format „{0}{1}“ nicht.</translation>
    </message>
    <message>
        <source>This ffmpeg has no encoder “{0}”.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Dieses ffmpeg hat keinen Encoder „{0}“.</translation>
    </message>
    <message>
        <source>This machine has no keyring to keep secrets in.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund für Geheimnisse.</translation>
    </message>
    <message>
        <source>This queue is run by “render” or “serve”, without a window.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Diese Warteschlange wird von „render“ oder „serve“ ohne Fenster geführt.</translation>
    </message>
    <message>
        <source>Threads of the processor; 0 for all of them.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Threads des Prozessors; 0 für alle.</translation>
    </message>
    <message>
        <source>Thursday at {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>am Donnerstag um {0}</translation>
    </message>
    <message>
        <source>To have this name, remove the other file, or replace it (--if-exists).</source>
        <extracomment>services/submit.py</extracomment>
        <translation>Um diesen Namen zu bekommen, die andere Datei entfernen oder ersetzen (--if-exists).</translation>
    </message>
    <message>
        <source>To render it all the same, replace it or take a numbered name (--if-exists).</source>
        <extracomment>services/submit.py</extracomment>
        <translation>Um trotzdem zu rendern, ersetzen oder einen nummerierten Namen nehmen (--if-exists).</translation>
    </message>
    <message>
        <source>To {0} a picture, both width and height are needed.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Für „{0}“ sind Breite und Höhe nötig.</translation>
    </message>
    <message>
        <source>Try a built-in preset; the log above says more.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Eine mitgelieferte Vorgabe versuchen; mehr steht weiter oben im Protokoll.</translation>
    </message>
    <message>
        <source>Try again in a moment, or close the other one.</source>
        <extracomment>services/link.py</extracomment>
        <translation>Gleich noch einmal versuchen oder das andere schließen.</translation>
    </message>
    <message>
        <source>Tuesday at {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>am Dienstag um {0}</translation>
    </message>
    <message>
        <source>Turn them round.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Umdrehen.</translation>
    </message>
    <message>
        <source>Two of these jobs write “{0}”.</source>
        <extracomment>store/submission.py</extracomment>
        <translation>Zwei dieser Aufträge schreiben „{0}“.</translation>
    </message>
    <message>
        <source>Two results are called “{0}”.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>Zwei Ergebnisse heißen „{0}“.</translation>
    </message>
    <message>
        <source>Type its name again.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Seinen Namen neu eintippen.</translation>
    </message>
    <message>
        <source>Type this text again.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Diesen Text neu eintippen.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <extracomment>machine/keyring.py</extracomment>
        <translation>Entsperren, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Unpack the project first, and name the project file.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Das Projekt erst entpacken und die Projektdatei angeben.</translation>
    </message>
    <message>
        <source>Update After Effects, or save the project for the older one.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>After Effects aktualisieren oder das Projekt für die ältere Version speichern.</translation>
    </message>
    <message>
        <source>Update it, or render in software.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Aktualisieren oder in Software rendern.</translation>
    </message>
    <message>
        <source>Update its driver, or render without the graphics card.</source>
        <extracomment>renderers/system_failures.py</extracomment>
        <translation>Den Treiber aktualisieren oder ohne die Grafikkarte rendern.</translation>
    </message>
    <message>
        <source>Update this one.</source>
        <extracomment>store/restoring.py</extracomment>
        <translation>Dieses aktualisieren.</translation>
    </message>
    <message>
        <source>Use a number up to {0}, none, a multiple from x0.1 to x8, or idle.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>Möglich sind eine Zahl bis {0}, none, ein Vielfaches von x0.1 bis x8 oder idle.</translation>
    </message>
    <message>
        <source>Use a shorter --data-dir.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Ein kürzeres --data-dir verwenden.</translation>
    </message>
    <message>
        <source>Use an After Effects that is open already instead of a new one.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Ein schon offenes After Effects verwenden statt eines neuen.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Buchstaben, Ziffern, Punkte, Binde- und Unterstriche verwenden.</translation>
    </message>
    <message>
        <source>Use plain ones: &quot;…&quot;.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Gerade Anführungszeichen verwenden: &quot;…&quot;.</translation>
    </message>
    <message>
        <source>Use prores-4444, vp9 or png-sequence to keep it.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>Mit prores-4444, vp9 oder png-sequence bleibt sie erhalten.</translation>
    </message>
    <message>
        <source>Use small letters, digits and underscores.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Kleinbuchstaben, Ziffern und Unterstriche verwenden.</translation>
    </message>
    <message>
        <source>Use that one, or start with another --data-dir.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Dieses verwenden oder mit einem anderen --data-dir starten.</translation>
    </message>
    <message>
        <source>Use the renderer “cairo”, or install a graphics driver.</source>
        <extracomment>renderers/manim/failures.py</extracomment>
        <translation>Den Renderer „cairo“ verwenden oder einen Grafiktreiber installieren.</translation>
    </message>
    <message>
        <source>Use up to 64 letters, digits, dots, dashes and underscores.</source>
        <extracomment>core/secret.py</extracomment>
        <translation>Bis zu 64 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche verwenden.</translation>
    </message>
    <message>
        <source>Use “submit” to add to it, or open the window when that has ended.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>Mit „submit“ hinzufügen, oder das Fenster öffnen, wenn das beendet ist.</translation>
    </message>
    <message>
        <source>WAV</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>WAV</translation>
    </message>
    <message>
        <source>Wait until copying or exporting has ended, then add it again; otherwise export it anew.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>Warten, bis Kopieren oder Exportieren beendet ist, dann noch einmal hinzufügen; sonst neu exportieren.</translation>
    </message>
    <message>
        <source>Wait until it is complete, or copy it again.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Warten, bis sie vollständig ist, oder noch einmal kopieren.</translation>
    </message>
    <message>
        <source>Wait until it is complete; else go back to an auto-saved copy.</source>
        <extracomment>renderers/nexrender/aerender_failures.py</extracomment>
        <translation>Warten, bis es vollständig ist; sonst zu einer automatisch gespeicherten Kopie zurückgehen.</translation>
    </message>
    <message>
        <source>WebM VP9</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>WebM VP9</translation>
    </message>
    <message>
        <source>WebP still</source>
        <extracomment>renderers/ffmpeg/presets.py</extracomment>
        <translation>WebP-Einzelbild</translation>
    </message>
    <message>
        <source>Wednesday at {0}</source>
        <extracomment>scheduling/hours.py</extracomment>
        <translation>am Mittwoch um {0}</translation>
    </message>
    <message>
        <source>What Cycles computes on.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Worauf Cycles rechnet.</translation>
    </message>
    <message>
        <source>What draws: cairo or opengl.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Was zeichnet: cairo oder opengl.</translation>
    </message>
    <message>
        <source>What happens when width and height have another shape.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Was geschieht, wenn Breite und Höhe eine andere Form haben.</translation>
    </message>
    <message>
        <source>What is written; png is the last frame.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Was geschrieben wird; png ist das letzte Bild.</translation>
    </message>
    <message>
        <source>What renders inside Blender.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Was in Blender rendert.</translation>
    </message>
    <message>
        <source>What was asked for was refused; the log above says more.</source>
        <extracomment>renderers/ffmpeg/failures.py</extracomment>
        <translation>Was verlangt wurde, ist abgelehnt worden; mehr steht weiter oben im Protokoll.</translation>
    </message>
    <message>
        <source>What was there before is as it was.</source>
        <extracomment>services/installing.py</extracomment>
        <translation>Was vorher da war, ist unverändert.</translation>
    </message>
    <message>
        <source>Whether Cycles removes noise.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Ob Cycles das Rauschen entfernt.</translation>
    </message>
    <message>
        <source>Whether several frames are rendered at the same time.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Ob mehrere Bilder gleichzeitig gerendert werden.</translation>
    </message>
    <message>
        <source>Whether the background is transparent.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Ob der Hintergrund durchsichtig ist.</translation>
    </message>
    <message>
        <source>Which job of a file, from 1; 0: all of them.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Welcher Auftrag einer Datei, ab 1; 0: alle.</translation>
    </message>
    <message>
        <source>Width and height go together.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>Breite und Höhe gehören zusammen.</translation>
    </message>
    <message>
        <source>Write Windows paths with file:/// before them.</source>
        <extracomment>renderers/nexrender/failures.py</extracomment>
        <translation>Windows-Pfade mit file:/// davor schreiben.</translation>
    </message>
    <message>
        <source>Write a name alone: all results lie in one folder.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Nur einen Namen schreiben: Alle Ergebnisse liegen in einem Ordner.</translation>
    </message>
    <message>
        <source>Write a number, or leave the field out.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Eine Zahl schreiben oder das Feld weglassen.</translation>
    </message>
    <message>
        <source>Write a path.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>Einen Pfad schreiben.</translation>
    </message>
    <message>
        <source>Write a smaller one.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>Eine kleinere schreiben.</translation>
    </message>
    <message>
        <source>Write another.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Etwas anderes schreiben.</translation>
    </message>
    <message>
        <source>Write for example “data:image/png;base64,…”.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>Zum Beispiel „data:image/png;base64,…“ schreiben.</translation>
    </message>
    <message>
        <source>Write for example “png”.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Zum Beispiel „png“ schreiben.</translation>
    </message>
    <message>
        <source>Write frames as 1-100, 1-100x2, or 5,8,13-20.</source>
        <extracomment>renderers/blender/settings.py</extracomment>
        <translation>Bilder als 1-100, 1-100x2 oder 5,8,13-20 schreiben.</translation>
    </message>
    <message>
        <source>Write it anew.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>Neu schreiben.</translation>
    </message>
    <message>
        <source>Write it like this: mov.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>So schreiben: mov.</translation>
    </message>
    <message>
        <source>Write it like “mon-fri 09:00-18:00 1”.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>Geschrieben wird es wie „mon-fri 09:00-18:00 1“.</translation>
    </message>
    <message>
        <source>Write its action as “onRun”.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>Seine Aktion als „onRun“ schreiben.</translation>
    </message>
    <message>
        <source>Write its name or its whole path.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Seinen Namen oder ganzen Pfad schreiben.</translation>
    </message>
    <message>
        <source>Write one object on each line, such as {&quot;source&quot;: &quot;/footage/take1.mov&quot;}.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>In jede Zeile ein Objekt schreiben, etwa {&quot;source&quot;: &quot;/footage/take1.mov&quot;}.</translation>
    </message>
    <message>
        <source>Write one picture, the one at `start`, instead of all of them.</source>
        <extracomment>renderers/ffmpeg/settings.py</extracomment>
        <translation>Nur ein Bild schreiben, das bei `start`, statt aller.</translation>
    </message>
    <message>
        <source>Write one, or choose another file.</source>
        <extracomment>renderers/manim/scenes.py</extracomment>
        <translation>Eine schreiben oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Write one, or leave it out.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Eines schreiben oder weglassen.</translation>
    </message>
    <message>
        <source>Write the path itself.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>Den Pfad selbst schreiben.</translation>
    </message>
    <message>
        <source>Write the path without it.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>Den Pfad ohne das schreiben.</translation>
    </message>
    <message>
        <source>Write the program&apos;s name or whole path.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>Den Namen oder ganzen Pfad des Programms schreiben.</translation>
    </message>
    <message>
        <source>Write the whole path, and take the “$” out of its name.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>Den ganzen Pfad schreiben und das „$“ aus dem Namen nehmen.</translation>
    </message>
    <message>
        <source>Write them like “22:00-06:00”, up to “24:00”.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>Geschrieben werden sie wie „22:00-06:00“, bis „24:00“.</translation>
    </message>
    <message>
        <source>Write “mp4”, without a dot.</source>
        <extracomment>renderers/nexrender/jobobject.py</extracomment>
        <translation>„mp4“ schreiben, ohne Punkt.</translation>
    </message>
    <message>
        <source>Write “zip”.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>„zip“ schreiben.</translation>
    </message>
    <message>
        <source>Write “{source}” where it belongs.</source>
        <extracomment>renderers/program/checks.py</extracomment>
        <translation>„{source}“ dorthin schreiben, wo es hingehört.</translation>
    </message>
    <message>
        <source>Year of the After Effects that renders; empty takes the newest.</source>
        <extracomment>renderers/nexrender/settings.py</extracomment>
        <translation>Jahr des After Effects, das rendert; leer nimmt das neueste.</translation>
    </message>
    <message>
        <source>You are at work: goes on after {0} seconds without input</source>
        <extracomment>services/courtesy.py</extracomment>
        <translation>Der Rechner wird benutzt: weiter nach {0} Sekunden ohne Eingabe</translation>
    </message>
    <message>
        <source>an earlier job waits for {0} of memory, and {1} do not fit beside it</source>
        <extracomment>scheduling/memory.py</extracomment>
        <translation>ein früherer Auftrag wartet auf {0} Speicher, und {1} passen nicht daneben</translation>
    </message>
    <message>
        <source>animation {0}{1}{2}</source>
        <extracomment>renderers/manim/listening.py</extracomment>
        <translation>Animation {0}{1}{2}</translation>
    </message>
    <message>
        <source>applying postdownload actions...</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>Aktionen nach dem Herunterladen…</translation>
    </message>
    <message>
        <source>applying postrender actions...</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>Aktionen nach dem Rendern…</translation>
    </message>
    <message>
        <source>applying predownload actions...</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>Aktionen vor dem Herunterladen…</translation>
    </message>
    <message>
        <source>applying prerender actions...</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>Aktionen vor dem Rendern…</translation>
    </message>
    <message>
        <source>at {0}</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>bei {0}</translation>
    </message>
    <message>
        <source>begins with a dash, which programs take for an option</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>beginnt mit einem Strich, was Programme für eine Option halten</translation>
    </message>
    <message>
        <source>blocked</source>
        <extracomment>core/status.py</extracomment>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>brought back</source>
        <extracomment>store/intents.py</extracomment>
        <translation>zurückgeholt</translation>
    </message>
    <message>
        <source>brought back; {0}</source>
        <extracomment>store/intents.py</extracomment>
        <translation>zurückgeholt; {0}</translation>
    </message>
    <message>
        <source>camera</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>cancel asked</source>
        <extracomment>store/intents.py</extracomment>
        <translation>Abbruch verlangt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <extracomment>core/status.py</extracomment>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>cancelling</source>
        <extracomment>store/intents.py</extracomment>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>cannot be read: File name too long</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>lässt sich nicht lesen: Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>lässt sich nicht lesen: {0}</translation>
    </message>
    <message>
        <source>cause</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>choice for {0}</source>
        <extracomment>renderers/settings.py</extracomment>
        <translation>Auswahl für {0}</translation>
    </message>
    <message>
        <source>cleaning up</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>räumt auf</translation>
    </message>
    <message>
        <source>cleaning up...</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>räumt auf…</translation>
    </message>
    <message>
        <source>cleared</source>
        <extracomment>store/intents.py</extracomment>
        <translation>aufgeräumt</translation>
    </message>
    <message>
        <source>completed</source>
        <extracomment>core/status.py</extracomment>
        <translation>fertig</translation>
    </message>
    <message>
        <source>container</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Container</translation>
    </message>
    <message>
        <source>does not exist</source>
        <extracomment>store/intents.py</extracomment>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>does not wait</source>
        <extracomment>store/placing.py</extracomment>
        <translation>wartet nicht</translation>
    </message>
    <message>
        <source>does not wait any more</source>
        <extracomment>store/placing.py</extracomment>
        <translation>wartet nicht mehr</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>store/endings.py</extracomment>
        <translation>fertig</translation>
    </message>
    <message>
        <source>done, with warnings</source>
        <extracomment>store/endings.py</extracomment>
        <translation>fertig, mit Warnungen</translation>
    </message>
    <message>
        <source>downloading assets...</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>Assets werden heruntergeladen…</translation>
    </message>
    <message>
        <source>encoding</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>kodiert</translation>
    </message>
    <message>
        <source>ends in a dot or a space, which Windows takes away</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>endet mit einem Punkt oder Leerzeichen, was Windows weglässt</translation>
    </message>
    <message>
        <source>engine</source>
        <extracomment>renderers/registry.py</extracomment>
        <translation>Renderer</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>core/status.py</extracomment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>fetching files</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>holt Dateien</translation>
    </message>
    <message>
        <source>field</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>Feld</translation>
    </message>
    <message>
        <source>frame {0}</source>
        <extracomment>renderers/blender/listening.py</extracomment>
        <translation>Bild {0}</translation>
    </message>
    <message>
        <source>frame {0} saved</source>
        <extracomment>renderers/blender/listening.py</extracomment>
        <translation>Bild {0} gespeichert</translation>
    </message>
    <message>
        <source>frame {0}: {1}</source>
        <extracomment>renderers/blender/listening.py</extracomment>
        <translation>Bild {0}: {1}</translation>
    </message>
    <message>
        <source>frames are still being added ({0} so far)</source>
        <extracomment>core/arriving.py</extracomment>
        <translation>noch nicht vollständig: Es kommen Bilder hinzu (bisher {0})</translation>
    </message>
    <message>
        <source>frames {0}</source>
        <extracomment>renderers/blender/plan.py</extracomment>
        <translation>Bilder {0}</translation>
    </message>
    <message>
        <source>from {0} to {1}</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>von {0} bis {1}</translation>
    </message>
    <message>
        <source>has no warnings</source>
        <extracomment>store/keeping.py</extracomment>
        <translation>hat keine Warnungen</translation>
    </message>
    <message>
        <source>has priority {0} already</source>
        <extracomment>store/intents.py</extracomment>
        <translation>hat schon die Priorität {0}</translation>
    </message>
    <message>
        <source>has sound</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>hat Ton</translation>
    </message>
    <message>
        <source>held</source>
        <extracomment>core/status.py</extracomment>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>held back: memory is short</source>
        <extracomment>engine/guarding.py</extracomment>
        <translation>zurückgehalten: der Speicher ist knapp</translation>
    </message>
    <message>
        <source>holds a control character, such as a line break</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>enthält ein Steuerzeichen, etwa einen Zeilenumbruch</translation>
    </message>
    <message>
        <source>holds invisible characters that turn the direction of the text</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>enthält unsichtbare Zeichen, die die Schreibrichtung umkehren</translation>
    </message>
    <message>
        <source>holds “{0}”, which Windows and many network drives refuse</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>enthält „{0}“, was Windows und viele Netzlaufwerke ablehnen</translation>
    </message>
    <message>
        <source>is a device</source>
        <extracomment>core/elsewhere.py</extracomment>
        <translation>ist ein Gerät</translation>
    </message>
    <message>
        <source>is a folder</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is a link that leads back to itself</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>ist eine Verknüpfung, die zu sich selbst zurückführt</translation>
    </message>
    <message>
        <source>is a word that Windows keeps for itself</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>ist ein Wort, das Windows sich vorbehält</translation>
    </message>
    <message>
        <source>is being cancelled</source>
        <extracomment>store/intents.py</extracomment>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>is black</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>ist schwarz</translation>
    </message>
    <message>
        <source>is fully transparent</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>ist vollständig durchsichtig</translation>
    </message>
    <message>
        <source>is no name that a file can have</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>ist kein Name, den eine Datei haben kann</translation>
    </message>
    <message>
        <source>is not</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>ist es nicht</translation>
    </message>
    <message>
        <source>is not paused any more</source>
        <extracomment>store/intents.py</extracomment>
        <translation>ist nicht mehr angehalten</translation>
    </message>
    <message>
        <source>is paused already</source>
        <extracomment>store/intents.py</extracomment>
        <translation>ist schon angehalten</translation>
    </message>
    <message>
        <source>is rendering: cancel it first</source>
        <extracomment>store/intents.py</extracomment>
        <translation>rendert: erst abbrechen</translation>
    </message>
    <message>
        <source>is silent</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>ist stumm</translation>
    </message>
    <message>
        <source>is {0}</source>
        <extracomment>store/intents.py</extracomment>
        <translation>ist {0}</translation>
    </message>
    <message>
        <source>is {0} already</source>
        <extracomment>store/intents.py</extracomment>
        <translation>ist schon {0}</translation>
    </message>
    <message>
        <source>is {0}, not done</source>
        <extracomment>store/keeping.py</extracomment>
        <translation>ist {0}, nicht fertig</translation>
    </message>
    <message>
        <source>is {0}, not ended</source>
        <extracomment>store/intents.py</extracomment>
        <translation>ist {0}, nicht beendet</translation>
    </message>
    <message>
        <source>is {0}, not paused</source>
        <extracomment>store/intents.py</extracomment>
        <translation>ist {0}, nicht angehalten</translation>
    </message>
    <message>
        <source>it ended with code {0}, and last said: {1}</source>
        <extracomment>engine/trial.py</extracomment>
        <translation>es endete mit Code {0} und meldete zuletzt: {1}</translation>
    </message>
    <message>
        <source>it goes on</source>
        <extracomment>engine/guarding.py</extracomment>
        <translation>es geht weiter</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it printed nothing</source>
        <extracomment>engine/trial.py</extracomment>
        <translation>es gab nichts aus</translation>
    </message>
    <message>
        <source>it shows signs of life again</source>
        <extracomment>engine/hangwatch.py</extracomment>
        <translation>es gibt wieder Lebenszeichen</translation>
    </message>
    <message>
        <source>its check was cut off</source>
        <extracomment>store/submission.py</extracomment>
        <translation>die Prüfung wurde unterbrochen</translation>
    </message>
    <message>
        <source>its new place is gone</source>
        <extracomment>store/placing.py</extracomment>
        <translation>den neuen Platz gibt es nicht mehr</translation>
    </message>
    <message>
        <source>job {0} writes its output now</source>
        <extracomment>store/intents.py</extracomment>
        <translation>Auftrag {0} schreibt jetzt sein Ergebnis</translation>
    </message>
    <message>
        <source>kept</source>
        <extracomment>store/keeping.py</extracomment>
        <translation>behalten</translation>
    </message>
    <message>
        <source>lies on another machine</source>
        <extracomment>core/elsewhere.py</extracomment>
        <translation>liegt auf einem anderen Rechner</translation>
    </message>
    <message>
        <source>looking inside the source</source>
        <extracomment>store/submission.py</extracomment>
        <translation>die Quelle wird untersucht</translation>
    </message>
    <message>
        <source>looks unfinished ({0} so far)</source>
        <extracomment>engine/whole.py</extracomment>
        <translation>ist anscheinend noch nicht fertig (bisher {0})</translation>
    </message>
    <message>
        <source>may not be read</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>memory ran short, and it held {0}</source>
        <extracomment>scheduling/memory.py</extracomment>
        <translation>der Speicher wurde knapp, und er belegte {0}</translation>
    </message>
    <message>
        <source>moment for actions</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Zeitpunkt für Aktionen</translation>
    </message>
    <message>
        <source>moved</source>
        <extracomment>store/placing.py</extracomment>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>moved back</source>
        <extracomment>store/placing.py</extracomment>
        <translation>zurückgeschoben</translation>
    </message>
    <message>
        <source>moved in the queue</source>
        <extracomment>store/intents.py</extracomment>
        <translation>in der Warteschlange verschoben</translation>
    </message>
    <message>
        <source>moved {0}</source>
        <extracomment>store/intents.py</extracomment>
        <translation>verschoben: {0}</translation>
    </message>
    <message>
        <source>needs about {0}, {1}</source>
        <extracomment>core/space.py</extracomment>
        <translation>braucht etwa {0}, {1}</translation>
    </message>
    <message>
        <source>needs room for its result, {0}</source>
        <extracomment>core/space.py</extracomment>
        <translation>braucht Platz für das Ergebnis, {0}</translation>
    </message>
    <message>
        <source>needs {0}, {1} free{2}</source>
        <extracomment>scheduling/memory.py</extracomment>
        <translation>braucht {0}, {1} frei{2}</translation>
    </message>
    <message>
        <source>nexrender jobs</source>
        <extracomment>renderers/nexrender/engine.py</extracomment>
        <translation>nexrender-Aufträge</translation>
    </message>
    <message>
        <source>no drive is connected at “{0}”</source>
        <extracomment>engine/before.py</extracomment>
        <translation>an „{0}“ ist kein Laufwerk angeschlossen</translation>
    </message>
    <message>
        <source>no sign of life for {0}</source>
        <extracomment>engine/hangwatch.py</extracomment>
        <translation>seit {0} kein Lebenszeichen</translation>
    </message>
    <message>
        <source>none is</source>
        <extracomment>scheduling/memory.py</extracomment>
        <translation>nichts ist</translation>
    </message>
    <message>
        <source>paused</source>
        <extracomment>core/status.py</extracomment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>paused by {0}</source>
        <extracomment>store/intents.py</extracomment>
        <translation>angehalten von {0}</translation>
    </message>
    <message>
        <source>pending</source>
        <extracomment>core/status.py</extracomment>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>place</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Platz</translation>
    </message>
    <message>
        <source>preset</source>
        <extracomment>renderers/registry.py</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>preset of ffmpeg</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>Vorgabe von ffmpeg</translation>
    </message>
    <message>
        <source>preset of your own</source>
        <extracomment>services/presets.py</extracomment>
        <translation>eigene Vorgabe</translation>
    </message>
    <message>
        <source>priority</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>priority is {0}</source>
        <extracomment>store/intents.py</extracomment>
        <translation>Priorität ist {0}</translation>
    </message>
    <message>
        <source>priority {0} → {1}</source>
        <extracomment>store/intents.py</extracomment>
        <translation>Priorität {0} → {1}</translation>
    </message>
    <message>
        <source>program to install</source>
        <extracomment>services/installing.py</extracomment>
        <translation>Programm zum Installieren</translation>
    </message>
    <message>
        <source>puts the film together</source>
        <extracomment>renderers/manim/listening.py</extracomment>
        <translation>setzt den Film zusammen</translation>
    </message>
    <message>
        <source>putting the script together</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>stellt das Skript zusammen</translation>
    </message>
    <message>
        <source>queue paused after the current jobs</source>
        <extracomment>store/intents.py</extracomment>
        <translation>Warteschlange nach den laufenden Aufträgen angehalten</translation>
    </message>
    <message>
        <source>queue paused now</source>
        <extracomment>store/intents.py</extracomment>
        <translation>Warteschlange sofort angehalten</translation>
    </message>
    <message>
        <source>queue resumed</source>
        <extracomment>store/intents.py</extracomment>
        <translation>Warteschlange fortgesetzt</translation>
    </message>
    <message>
        <source>queued</source>
        <extracomment>core/status.py</extracomment>
        <translation>eingereiht</translation>
    </message>
    <message>
        <source>queued again</source>
        <extracomment>store/intents.py</extracomment>
        <translation>wieder eingereiht</translation>
    </message>
    <message>
        <source>ready</source>
        <extracomment>store/submission.py</extracomment>
        <translation>bereit</translation>
    </message>
    <message>
        <source>ready for the next attempt</source>
        <extracomment>store/attempts.py</extracomment>
        <translation>bereit für den nächsten Versuch</translation>
    </message>
    <message>
        <source>removed</source>
        <extracomment>store/intents.py</extracomment>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>rendering</source>
        <extracomment>core/status.py</extracomment>
        <translation>am Rendern</translation>
    </message>
    <message>
        <source>rendering job...</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>Auftrag wird gerendert…</translation>
    </message>
    <message>
        <source>rendering “{0}”</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>rendert „{0}“</translation>
    </message>
    <message>
        <source>rendermanager trust --folder {0}</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>rendermanager trust --folder {0}</translation>
    </message>
    <message>
        <source>request</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>resumed</source>
        <extracomment>store/intents.py</extracomment>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>run again</source>
        <extracomment>store/intents.py</extracomment>
        <translation>erneut gestartet</translation>
    </message>
    <message>
        <source>running</source>
        <extracomment>core/status.py</extracomment>
        <translation>am Laufen</translation>
    </message>
    <message>
        <source>running script assemble...</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>Skript wird zusammengestellt…</translation>
    </message>
    <message>
        <source>scene</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>Szene</translation>
    </message>
    <message>
        <source>scheduled</source>
        <extracomment>core/status.py</extracomment>
        <translation>geplant</translation>
    </message>
    <message>
        <source>scripts and drivers inside the scene “{0}”, whatever they are</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>Skripte und Treiber in der Szene „{0}“, was immer sie tun</translation>
    </message>
    <message>
        <source>seems ready</source>
        <extracomment>engine/trial.py</extracomment>
        <translation>scheint bereit zu sein</translation>
    </message>
    <message>
        <source>setting</source>
        <extracomment>renderers/settings.py</extracomment>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>setting up job...</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>Auftrag wird vorbereitet…</translation>
    </message>
    <message>
        <source>shows a picture</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>zeigt ein Bild</translation>
    </message>
    <message>
        <source>shows one single colour</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>zeigt eine einzige Farbe</translation>
    </message>
    <message>
        <source>skipped</source>
        <extracomment>core/status.py</extracomment>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>stands still</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>steht still</translation>
    </message>
    <message>
        <source>starting</source>
        <extracomment>core/status.py</extracomment>
        <translation>am Starten</translation>
    </message>
    <message>
        <source>starting After Effects</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>startet After Effects</translation>
    </message>
    <message>
        <source>starting action-encode action</source>
        <extracomment>renderers/nexrender/listening.py</extracomment>
        <translation>Aktion „action-encode“ beginnt</translation>
    </message>
    <message>
        <source>status</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>still being copied ({0} so far)</source>
        <extracomment>core/arriving.py</extracomment>
        <translation>noch nicht fertig kopiert (bisher {0})</translation>
    </message>
    <message>
        <source>still being copied ({0}, growing)</source>
        <extracomment>core/arriving.py</extracomment>
        <translation>noch nicht fertig kopiert ({0}, wächst)</translation>
    </message>
    <message>
        <source>the Python script “{0}”, and whatever it imports</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>das Python-Skript „{0}“ und alles, was es importiert</translation>
    </message>
    <message>
        <source>the commands in “{0}”</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>die Befehle in „{0}“</translation>
    </message>
    <message>
        <source>the commands of the template “{0}”</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>die Befehle der Vorlage „{0}“</translation>
    </message>
    <message>
        <source>the job is paused</source>
        <extracomment>store/endings.py</extracomment>
        <translation>der Auftrag ist angehalten</translation>
    </message>
    <message>
        <source>the program ended well</source>
        <extracomment>store/endings.py</extracomment>
        <translation>das Programm endete gut</translation>
    </message>
    <message>
        <source>the program runs</source>
        <extracomment>store/attempts.py</extracomment>
        <translation>das Programm läuft</translation>
    </message>
    <message>
        <source>the source is good</source>
        <extracomment>store/submission.py</extracomment>
        <translation>die Quelle ist in Ordnung</translation>
    </message>
    <message>
        <source>the wait is over</source>
        <extracomment>store/attempts.py</extracomment>
        <translation>die Wartezeit ist vorbei</translation>
    </message>
    <message>
        <source>try now what was stopped</source>
        <extracomment>store/intents.py</extracomment>
        <translation>jetzt versuchen, was gestoppt war</translation>
    </message>
    <message>
        <source>type of asset</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Art von Asset</translation>
    </message>
    <message>
        <source>type of value</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>Art von Wert</translation>
    </message>
    <message>
        <source>validating</source>
        <extracomment>core/status.py</extracomment>
        <translation>in Prüfung</translation>
    </message>
    <message>
        <source>verb</source>
        <extracomment>services/desk.py</extracomment>
        <translation>Verb</translation>
    </message>
    <message>
        <source>verifying</source>
        <extracomment>core/status.py</extracomment>
        <translation>in Prüfung</translation>
    </message>
    <message>
        <source>was not removed</source>
        <extracomment>store/intents.py</extracomment>
        <translation>wurde nicht entfernt</translation>
    </message>
    <message>
        <source>what it needs is done</source>
        <extracomment>store/endings.py</extracomment>
        <translation>was er braucht, ist fertig</translation>
    </message>
    <message>
        <source>with fewer threads</source>
        <extracomment>core/adaptation.py</extracomment>
        <translation>mit weniger Threads</translation>
    </message>
    <message>
        <source>with nothing beside it</source>
        <extracomment>core/adaptation.py</extracomment>
        <translation>mit nichts daneben</translation>
    </message>
    <message>
        <source>without the graphics card</source>
        <extracomment>core/adaptation.py</extracomment>
        <translation>ohne die Grafikkarte</translation>
    </message>
    <message>
        <source>{0} One that is there already can be chosen in the settings, or by {1}.</source>
        <extracomment>renderers/extras.py</extracomment>
        <translation>{0} Ist es schon vorhanden, lässt es sich in den Einstellungen wählen, oder durch {1}.</translation>
    </message>
    <message>
        <source>{0} allows at most {1} pixels on a side, not {2} × {3}.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>{0} erlaubt höchstens {1} Pixel je Seite, nicht {2} × {3}.</translation>
    </message>
    <message>
        <source>{0} allows at most {1} pixels.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>{0} erlaubt höchstens {1} Pixel.</translation>
    </message>
    <message>
        <source>{0} at the same time</source>
        <extracomment>scheduling/admission.py</extracomment>
        <translation>{0} zur gleichen Zeit</translation>
    </message>
    <message>
        <source>{0} cannot be decoded ({1}).</source>
        <extracomment>media/shots.py</extracomment>
        <translation>{0} lässt sich nicht dekodieren ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be installed: {1}{2}.</source>
        <extracomment>services/installing.py</extracomment>
        <translation>{0} lässt sich nicht installieren: {1}{2}.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <extracomment>media/presence.py</extracomment>
        <translation>{0} lässt sich nicht lesen ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot write {1}: it has no {2}.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>{0} kann kein {1} schreiben: Es fehlt {2}.</translation>
    </message>
    <message>
        <source>{0} changed while it was being checked.</source>
        <extracomment>engine/finish.py</extracomment>
        <translation>{0} hat sich während der Prüfung geändert.</translation>
    </message>
    <message>
        <source>{0} claims to last {1} but ends after {2}.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} dauert angeblich {1}, endet aber nach {2}.</translation>
    </message>
    <message>
        <source>{0} compositions are called “{1}”.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>{0} Kompositionen heißen „{1}“.</translation>
    </message>
    <message>
        <source>{0} describes “{1}”: that name is taken.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>{0} beschreibt „{1}“: Dieser Name ist vergeben.</translation>
    </message>
    <message>
        <source>{0} does not go into “{1}”.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>{0} passt nicht in „{1}“.</translation>
    </message>
    <message>
        <source>{0} does not play without errors ({1}).</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} lässt sich nicht fehlerfrei abspielen ({1}).</translation>
    </message>
    <message>
        <source>{0} does not play without errors around {1} ({2}).</source>
        <extracomment>media/comparing.py</extracomment>
        <translation>{0} lässt sich um {1} nicht fehlerfrei abspielen ({2}).</translation>
    </message>
    <message>
        <source>{0} does not work here: {1}</source>
        <extracomment>engine/trial.py</extracomment>
        <translation>{0} funktioniert hier nicht: {1}</translation>
    </message>
    <message>
        <source>{0} does not work here: {1}.</source>
        <extracomment>engine/trial.py</extracomment>
        <translation>{0} funktioniert hier nicht: {1}.</translation>
    </message>
    <message>
        <source>{0} done</source>
        <extracomment>services/notices.py</extracomment>
        <translation>{0} fertig</translation>
    </message>
    <message>
        <source>{0} drops the transparency of “{1}”.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>{0} verwirft die Transparenz von „{1}“.</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <extracomment>services/notices.py</extracomment>
        <translation>{0} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{0} free on {1}</source>
        <extracomment>core/space.py</extracomment>
        <translation>{0} frei auf {1}</translation>
    </message>
    <message>
        <source>{0} gave no result within {1} seconds, and was ended.</source>
        <extracomment>engine/trial.py</extracomment>
        <translation>{0} lieferte innerhalb von {1} Sekunden kein Ergebnis und wurde beendet.</translation>
    </message>
    <message>
        <source>{0} has damaged places in {1}: look at it.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} hat beschädigte Stellen bei {1}: ansehen.</translation>
    </message>
    <message>
        <source>{0} has no quality scale of this kind.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>{0} hat keine Qualitätsskala dieser Art.</translation>
    </message>
    <message>
        <source>{0} has no scene: no class in it derives from a scene of Manim.</source>
        <extracomment>renderers/manim/scenes.py</extracomment>
        <translation>{0} hat keine Szene: Keine Klasse darin stammt von einer Szene von Manim ab.</translation>
    </message>
    <message>
        <source>{0} has no sound.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} hat keinen Ton.</translation>
    </message>
    <message>
        <source>{0} has sound but should have none.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} hat Ton, sollte aber keinen haben.</translation>
    </message>
    <message>
        <source>{0} has {1} frames but should have {2}.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} hat {1} Bilder, sollte aber {2} haben.</translation>
    </message>
    <message>
        <source>{0} has {1} frames per second but should have {2}.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} hat {1} Bilder pro Sekunde, sollte aber {2} haben.</translation>
    </message>
    <message>
        <source>{0} has {1} sound {2} but should have {3}.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} hat {1} {2} Ton, sollte aber {3} haben.</translation>
    </message>
    <message>
        <source>{0} has {1}: there is no number {2}.</source>
        <extracomment>renderers/nexrender/jobholding.py</extracomment>
        <translation>{0} hat {1}: Eine Nummer {2} gibt es nicht.</translation>
    </message>
    <message>
        <source>{0} holds characters that are no text.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>{0} enthält Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>{0} holds no pictures.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} enthält keine Bilder.</translation>
    </message>
    <message>
        <source>{0} holds no sound.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} enthält keinen Ton.</translation>
    </message>
    <message>
        <source>{0} in line</source>
        <extracomment>scheduling/admission.py</extracomment>
        <translation>Platz {0}</translation>
    </message>
    <message>
        <source>{0} is</source>
        <extracomment>scheduling/memory.py</extracomment>
        <translation>{0} sind</translation>
    </message>
    <message>
        <source>{0} is a collection of presets.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>{0} ist eine Sammlung von Vorgaben.</translation>
    </message>
    <message>
        <source>{0} is a device or a pipe, not a file.</source>
        <extracomment>media/presence.py</extracomment>
        <translation>{0} ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>{0} is a folder, not a file.</source>
        <extracomment>media/presence.py</extracomment>
        <translation>{0} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>{0} is a link to another file, not a file of its own.</source>
        <extracomment>media/presence.py</extracomment>
        <translation>{0} ist eine Verknüpfung zu einer anderen Datei, keine eigene.</translation>
    </message>
    <message>
        <source>{0} is being tried with one job</source>
        <extracomment>scheduling/admission.py</extracomment>
        <translation>{0} wird mit einem Auftrag ausprobiert</translation>
    </message>
    <message>
        <source>{0} is being tried with one job: {1}</source>
        <extracomment>scheduling/breaker.py</extracomment>
        <translation>{0} wird mit einem Auftrag ausprobiert: {1}</translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes).</source>
        <extracomment>media/presence.py</extracomment>
        <translation>{0} ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>{0} is encoded as {1} but should be {2}.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} ist als {1} kodiert, sollte aber {2} sein.</translation>
    </message>
    <message>
        <source>{0} is far smaller ({1} bytes) than the frames around it: look at it.</source>
        <extracomment>media/shots.py</extracomment>
        <translation>{0} ist viel kleiner ({1} Bytes) als die Bilder ringsum: ansehen.</translation>
    </message>
    <message>
        <source>{0} is fully transparent: look at it.</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>{0} ist vollständig durchsichtig: ansehen.</translation>
    </message>
    <message>
        <source>{0} is larger than {1} KiB, too large for such a file.</source>
        <extracomment>renderers/documents.py</extracomment>
        <translation>{0} ist größer als {1} KiB, zu groß für so eine Datei.</translation>
    </message>
    <message>
        <source>{0} is lossless and takes no bit rate.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>{0} ist verlustfrei und nimmt keine Bitrate an.</translation>
    </message>
    <message>
        <source>{0} is no folder.</source>
        <extracomment>services/trustbook.py</extracomment>
        <translation>{0} ist kein Ordner.</translation>
    </message>
    <message>
        <source>{0} is no job of nexrender: no template names project and composition.</source>
        <extracomment>renderers/nexrender/jobholding.py</extracomment>
        <translation>{0} ist kein Auftrag für nexrender: Keine Vorlage nennt Projekt und Komposition.</translation>
    </message>
    <message>
        <source>{0} is no script for Manim: it does not import “manim”.</source>
        <extracomment>renderers/manim/scenes.py</extracomment>
        <translation>{0} ist kein Skript für Manim: Es importiert „manim“ nicht.</translation>
    </message>
    <message>
        <source>{0} is on another drive than the first result of its job.</source>
        <extracomment>renderers/nexrender/jobrender.py</extracomment>
        <translation>{0} liegt auf einem anderen Laufwerk als das erste Ergebnis des Auftrags.</translation>
    </message>
    <message>
        <source>{0} is one single colour: look at it.</source>
        <extracomment>media/likeness.py</extracomment>
        <translation>{0} ist eine einzige Farbe: ansehen.</translation>
    </message>
    <message>
        <source>{0} is stopped until {1}: {2}</source>
        <extracomment>scheduling/breaker.py</extracomment>
        <translation>{0} pausiert bis {1}: {2}</translation>
    </message>
    <message>
        <source>{0} is the source itself, not a new file.</source>
        <extracomment>media/presence.py</extracomment>
        <translation>{0} ist die Quelle selbst, keine neue Datei.</translation>
    </message>
    <message>
        <source>{0} is the source itself.</source>
        <extracomment>engine/publishing.py</extracomment>
        <translation>{0} ist die Quelle selbst.</translation>
    </message>
    <message>
        <source>{0} is what the job reads itself, for {1}.</source>
        <extracomment>renderers/nexrender/jobrender.py</extracomment>
        <translation>{0} ist, was der Auftrag selbst liest, für {1}.</translation>
    </message>
    <message>
        <source>{0} is written for ManimGL, which is another program.</source>
        <extracomment>renderers/manim/scenes.py</extracomment>
        <translation>{0} ist für ManimGL geschrieben, ein anderes Programm.</translation>
    </message>
    <message>
        <source>{0} is {1} pixels but should be {2}.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} hat {1} Pixel, sollte aber {2} haben.</translation>
    </message>
    <message>
        <source>{0} is {1}×{2} pixels in {3} but should be {4}×{5}.</source>
        <extracomment>media/shots.py</extracomment>
        <translation>{0} hat {1}×{2} Pixel bei {3}, sollte aber {4}×{5} haben.</translation>
    </message>
    <message>
        <source>{0} lasts {1} but should last {2}.</source>
        <extracomment>media/checks.py</extracomment>
        <translation>{0} dauert {1}, sollte aber {2} dauern.</translation>
    </message>
    <message>
        <source>{0} min</source>
        <extracomment>engine/hangwatch.py</extracomment>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} missing, but “{1}” shows none of them.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>{0} fehlen, aber „{1}“ zeigt nichts davon.</translation>
    </message>
    <message>
        <source>{0} needs a {1} of at least {2} pixels.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>{0} braucht als {1} mindestens {2} Pixel.</translation>
    </message>
    <message>
        <source>{0} needs an even {1}, not {2}.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>{0} braucht als {1} eine gerade Zahl, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} needs at least {1} × {2} pixels, not {3} × {4}.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>{0} braucht mindestens {1} × {2} Pixel, nicht {3} × {4}.</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <extracomment>scheduling/memory.py</extracomment>
        <translation>{0} Speicher</translation>
    </message>
    <message>
        <source>{0} pictures carry no sound.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>Bilder in {0} tragen keinen Ton.</translation>
    </message>
    <message>
        <source>{0} was asked for its version; it has no test.</source>
        <extracomment>engine/trial.py</extracomment>
        <translation>{0} wurde nach der Version gefragt; einen Test gibt es dafür nicht.</translation>
    </message>
    <message>
        <source>{0} was not found on this machine.</source>
        <extracomment>renderers/extras.py</extracomment>
        <translation>{0} wurde auf diesem Rechner nicht gefunden.</translation>
    </message>
    <message>
        <source>{0} was not written anew: it is what stood there before.</source>
        <extracomment>media/presence.py</extracomment>
        <translation>{0} wurde nicht neu geschrieben: Es ist noch das, was vorher da war.</translation>
    </message>
    <message>
        <source>{0} was not written.</source>
        <extracomment>media/presence.py</extracomment>
        <translation>{0} wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>{0} was not written: none of its {1} frames is there.</source>
        <extracomment>media/shots.py</extracomment>
        <translation>{0} wurde nicht geschrieben: Keines der {1} Bilder ist da.</translation>
    </message>
    <message>
        <source>{0} was written anew only in part: {1} stood there before.</source>
        <extracomment>media/presence.py</extracomment>
        <translation>{0} wurde nur zum Teil neu geschrieben: {1} lag vorher schon da.</translation>
    </message>
    <message>
        <source>{0} × {1} has an odd side, which {2} cannot hold.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>{0} × {1} hat eine ungerade Seite, die {2} nicht aufnehmen kann.</translation>
    </message>
    <message>
        <source>{0}, line {1}, is no text in UTF-8.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>{0}, Zeile {1}, ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>{0}, preset {1}: “name” is missing.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>{0}, Vorgabe {1}: „name“ fehlt.</translation>
    </message>
    <message>
        <source>{0}, where its source moves.</source>
        <extracomment>media/shots.py</extracomment>
        <translation>{0}, wo die Quelle sich bewegt.</translation>
    </message>
    <message>
        <source>{0}: “{1}” has to be a list of 1 to {2} presets.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>{0}: „{1}“ muss eine Liste von 1 bis {2} Vorgaben sein.</translation>
    </message>
    <message>
        <source>{0}{1} is no valid Python: {2}.</source>
        <extracomment>renderers/manim/scenes.py</extracomment>
        <translation>{0}{1} ist kein gültiges Python: {2}.</translation>
    </message>
    <message>
        <source>{0}{1}, cannot be read: {2}{3}.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>{0}{1}, lässt sich nicht lesen: {2}{3}.</translation>
    </message>
    <message>
        <source>{name} could not be read{detail}.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} ließ sich nicht lesen{detail}.</translation>
    </message>
    <message>
        <source>{name} does not exist.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} gibt es nicht.</translation>
    </message>
    <message>
        <source>{name} has a picture too large to be read{detail}.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} enthält ein Bild, das zum Lesen zu groß ist{detail}.</translation>
    </message>
    <message>
        <source>{name} has no index (moov atom missing): it was cut off, or is still being copied.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} hat keinen Index (das moov-Atom fehlt): Die Datei ist abgeschnitten oder wird noch kopiert.</translation>
    </message>
    <message>
        <source>{name} holds neither pictures nor sound that can be read{detail}.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} enthält weder Bilder noch Ton, die sich lesen lassen{detail}.</translation>
    </message>
    <message>
        <source>{name} holds no picture.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} enthält kein Bild.</translation>
    </message>
    <message>
        <source>{name} is a device or a pipe, not a file.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a media file.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} ist ein Ordner, keine Mediendatei.</translation>
    </message>
    <message>
        <source>{name} is damaged{detail}.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} ist beschädigt{detail}.</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes).</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>{name} is not a media file but a list that leads to other files.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} ist keine Mediendatei, sondern eine Liste, die zu anderen Dateien führt.</translation>
    </message>
    <message>
        <source>{name} is not a media file{although}.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} ist keine Mediendatei{although}.</translation>
    </message>
    <message>
        <source>{name} made the program that reads media files stop{detail}.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} brachte das Programm zum Absturz, das Mediendateien liest{detail}.</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{name} took longer than {seconds} to look into.</source>
        <extracomment>media/trouble.py</extracomment>
        <translation>{name} zu untersuchen dauerte länger als {seconds}.</translation>
    </message>
    <message>
        <source>“open” needs a list of inputs.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>„open“ braucht eine Liste von Eingaben.</translation>
    </message>
    <message>
        <source>“rendermanager schema job” prints what a job may hold.</source>
        <extracomment>services/desk.py</extracomment>
        <translation>„rendermanager schema job“ zeigt, was ein Auftrag enthalten kann.</translation>
    </message>
    <message>
        <source>“rendermanager schema job” prints what each field may hold.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>„rendermanager schema job“ zeigt, was jedes Feld enthalten kann.</translation>
    </message>
    <message>
        <source>“template” is missing.</source>
        <extracomment>renderers/nexrender/jobobject.py</extracomment>
        <translation>„template“ fehlt.</translation>
    </message>
    <message>
        <source>“type” is missing.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>„type“ fehlt.</translation>
    </message>
    <message>
        <source>“{0}” are no hours of the day.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>„{0}“ sind keine Uhrzeiten.</translation>
    </message>
    <message>
        <source>“{0}” belongs to somebody else.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>„{0}“ gehört jemand anderem.</translation>
    </message>
    <message>
        <source>“{0}” cannot be asked: {1}.</source>
        <extracomment>engine/programs.py</extracomment>
        <translation>„{0}“ lässt sich nicht befragen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be kept: {1}.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>„{0}“ lässt sich nicht behalten: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be made: {1}.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>„{0}“ lässt sich nicht anlegen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be reached: no drive is connected at “{1}”.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>„{0}“ ist nicht erreichbar: An „{1}“ ist kein Laufwerk angeschlossen.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>„{0}“ lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be removed: {1}.</source>
        <extracomment>services/menuentry.py</extracomment>
        <translation>„{0}“ lässt sich nicht entfernen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a class.</source>
        <extracomment>renderers/manim/settings.py</extracomment>
        <translation>„{0}“ kann nicht der Name einer Klasse sein.</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a file.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>„{0}“ kann nicht der Name einer Datei sein.</translation>
    </message>
    <message>
        <source>“{0}” cannot be used: {1}.</source>
        <extracomment>services/jobfile.py</extracomment>
        <translation>„{0}“ lässt sich nicht verwenden: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written.</source>
        <extracomment>services/owner.py</extracomment>
        <translation>„{0}“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: no drive is connected at “{1}”.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>„{0}“ lässt sich nicht schreiben: An „{1}“ ist kein Laufwerk angeschlossen.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: {1}.</source>
        <extracomment>services/historyfile.py</extracomment>
        <translation>„{0}“ lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be “{1}”.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>„{0}“ kann nicht „{1}“ sein.</translation>
    </message>
    <message>
        <source>“{0}” cannot be “{1}”: {2}.</source>
        <extracomment>renderers/nexrender/jobfields.py</extracomment>
        <translation>„{0}“ kann nicht „{1}“ sein: {2}.</translation>
    </message>
    <message>
        <source>“{0}” cannot have this value.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>„{0}“ kann diesen Wert nicht haben.</translation>
    </message>
    <message>
        <source>“{0}” cannot hold {1} pictures.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ kann keine Bilder in {1} aufnehmen.</translation>
    </message>
    <message>
        <source>“{0}” cannot hold {1} sound.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ kann keinen Ton in {1} aufnehmen.</translation>
    </message>
    <message>
        <source>“{0}” cannot hold {1}.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>„{0}“ kann {1} nicht aufnehmen.</translation>
    </message>
    <message>
        <source>“{0}” comes to {1}, at its step “{2}”.</source>
        <extracomment>renderers/openjd/plan.py</extracomment>
        <translation>„{0}“ kommt auf {1}, beim Schritt „{2}“.</translation>
    </message>
    <message>
        <source>“{0}” does not end in {1}, which is written.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>„{0}“ endet nicht auf {1}, was geschrieben wird.</translation>
    </message>
    <message>
        <source>“{0}” does not exist.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>„{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“{0}” does not run at “{1}”.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>„{0}“ läuft nicht bei „{1}“.</translation>
    </message>
    <message>
        <source>“{0}” does not say how many renders may run at once.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>„{0}“ sagt nicht, wie viele Aufträge gleichzeitig laufen dürfen.</translation>
    </message>
    <message>
        <source>“{0}” does not tell what kind of file it gives.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>„{0}“ sagt nicht, was für eine Datei es liefert.</translation>
    </message>
    <message>
        <source>“{0}” ends at {1} s, before the chosen end.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ endet bei {1} s, vor dem gewählten Ende.</translation>
    </message>
    <message>
        <source>“{0}” ends in .{1}, but the output module writes .{2}.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>„{0}“ endet auf .{1}, aber das Ausgabemodul schreibt .{2}.</translation>
    </message>
    <message>
        <source>“{0}” ends in “{1}”, but what is copied is a “{2}”.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>„{0}“ endet auf „{1}“, aber kopiert wird ein „{2}“.</translation>
    </message>
    <message>
        <source>“{0}” exists already: “{1}” is skipped.</source>
        <extracomment>services/submit.py</extracomment>
        <translation>„{0}“ gibt es schon: „{1}“ wird übersprungen.</translation>
    </message>
    <message>
        <source>“{0}” failed</source>
        <extracomment>services/notes.py</extracomment>
        <translation>„{0}“ ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>“{0}” gets a path of {1} characters</source>
        <extracomment>core/unsafe.py</extracomment>
        <translation>„{0}“ bekommt einen Pfad von {1} Zeichen</translation>
    </message>
    <message>
        <source>“{0}” has changed since this job was added, and would be rendered in other parts now.</source>
        <extracomment>engine/checking.py</extracomment>
        <translation>„{0}“ hat sich geändert, seit dieser Auftrag hinzugefügt wurde, und würde jetzt in anderen Abschnitten gerendert.</translation>
    </message>
    <message>
        <source>“{0}” has no extension, so nobody knows what it is to be.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>„{0}“ hat keine Endung, also ist unklar, was es werden soll.</translation>
    </message>
    <message>
        <source>“{0}” has no place for the number of a frame.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>„{0}“ hat keinen Platz für die Nummer eines Bildes.</translation>
    </message>
    <message>
        <source>“{0}” has no place for the number of a picture.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ hat keinen Platz für die Nummer eines Bildes.</translation>
    </message>
    <message>
        <source>“{0}” has no sound.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ hat keinen Ton.</translation>
    </message>
    <message>
        <source>“{0}” has sound alone, no pictures.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ hat nur Ton, keine Bilder.</translation>
    </message>
    <message>
        <source>“{0}” has to be a list […].</source>
        <extracomment>renderers/nexrender/jobfields.py</extracomment>
        <translation>„{0}“ muss eine Liste sein […].</translation>
    </message>
    <message>
        <source>“{0}” has to be an object {…}.</source>
        <extracomment>renderers/nexrender/jobfields.py</extracomment>
        <translation>„{0}“ muss ein Objekt sein {…}.</translation>
    </message>
    <message>
        <source>“{0}” has {1} scenes: {2}.</source>
        <extracomment>renderers/manim/engine.py</extracomment>
        <translation>„{0}“ hat {1} Szenen: {2}.</translation>
    </message>
    <message>
        <source>“{0}” holds a variable.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>„{0}“ enthält eine Variable.</translation>
    </message>
    <message>
        <source>“{0}” holds a “$”, which nexrender takes for a variable.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>„{0}“ enthält ein „$“, das nexrender für eine Variable hält.</translation>
    </message>
    <message>
        <source>“{0}” holds a “%”, which ffmpeg counts with.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>„{0}“ enthält ein „%“, mit dem ffmpeg zählt.</translation>
    </message>
    <message>
        <source>“{0}” holds half a character.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>„{0}“ enthält ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>“{0}” holds more files than are taken at once.</source>
        <extracomment>services/sources.py</extracomment>
        <translation>„{0}“ enthält mehr Dateien, als auf einmal genommen werden.</translation>
    </message>
    <message>
        <source>“{0}” holds more than {1} values.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>„{0}“ enthält mehr als {1} Werte.</translation>
    </message>
    <message>
        <source>“{0}” holds no scene.</source>
        <extracomment>renderers/blender/scenes.py</extracomment>
        <translation>„{0}“ enthält keine Szene.</translation>
    </message>
    <message>
        <source>“{0}” holds what no option of ffmpeg needs.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>„{0}“ enthält, was keine Option von ffmpeg braucht.</translation>
    </message>
    <message>
        <source>“{0}” holds {1} preset files; {2} are read.</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>„{0}“ enthält {1} Vorgabendateien; gelesen werden {2}.</translation>
    </message>
    <message>
        <source>“{0}” is a file, not a folder.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>„{0}“ ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>„{0}“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>“{0}” is a link to a file that does not exist.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>„{0}“ ist eine Verknüpfung zu einer Datei, die es nicht gibt.</translation>
    </message>
    <message>
        <source>“{0}” is a shell script, which takes no arguments here.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>„{0}“ ist ein Shell-Skript, das hier keine Argumente annimmt.</translation>
    </message>
    <message>
        <source>“{0}” is a single picture, not a film.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ ist ein einzelnes Bild, kein Film.</translation>
    </message>
    <message>
        <source>“{0}” is an address: results are files.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>„{0}“ ist eine Adresse: Ergebnisse sind Dateien.</translation>
    </message>
    <message>
        <source>“{0}” is built in and cannot be deleted.</source>
        <extracomment>services/presets.py</extracomment>
        <translation>„{0}“ ist mitgeliefert und lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>“{0}” is done</source>
        <extracomment>services/notes.py</extracomment>
        <translation>„{0}“ ist fertig</translation>
    </message>
    <message>
        <source>“{0}” is done with warnings</source>
        <extracomment>services/notes.py</extracomment>
        <translation>„{0}“ ist mit Warnungen fertig</translation>
    </message>
    <message>
        <source>“{0}” is empty (0 bytes).</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>„{0}“ ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>“{0}” is larger than {1} MiB: nobody can look at it.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>„{0}“ ist größer als {1} MiB: Das kann niemand ansehen.</translation>
    </message>
    <message>
        <source>“{0}” is left out: {1}.</source>
        <extracomment>renderers/nexrender/jobfields.py</extracomment>
        <translation>„{0}“ wird weggelassen: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is missing</source>
        <extracomment>renderers/program/reading.py</extracomment>
        <translation>„{0}“ fehlt</translation>
    </message>
    <message>
        <source>“{0}” is missing.</source>
        <extracomment>renderers/nexrender/jobfields.py</extracomment>
        <translation>„{0}“ fehlt.</translation>
    </message>
    <message>
        <source>“{0}” is more than days, hours, and what is allowed then.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>„{0}“ ist mehr als Tage, Uhrzeiten und was dann erlaubt ist.</translation>
    </message>
    <message>
        <source>“{0}” is no day of the week.</source>
        <extracomment>core/hours.py</extracomment>
        <translation>„{0}“ ist kein Wochentag.</translation>
    </message>
    <message>
        <source>“{0}” is no extension of a file.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>„{0}“ ist keine Dateiendung.</translation>
    </message>
    <message>
        <source>“{0}” is no extension.</source>
        <extracomment>renderers/nexrender/jobobject.py</extracomment>
        <translation>„{0}“ ist keine Endung.</translation>
    </message>
    <message>
        <source>“{0}” is no film, sound or picture that can be mixed in.</source>
        <extracomment>renderers/nexrender/encoding.py</extracomment>
        <translation>„{0}“ ist kein Film, Ton oder Bild, das sich einmischen lässt.</translation>
    </message>
    <message>
        <source>“{0}” is no format that can be packed.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>„{0}“ ist kein Format, in das gepackt werden kann.</translation>
    </message>
    <message>
        <source>“{0}” is no name for {1}.</source>
        <extracomment>renderers/blender/preflight.py</extracomment>
        <translation>„{0}“ ist kein Name für {1}.</translation>
    </message>
    <message>
        <source>“{0}” is no name of a ZIP.</source>
        <extracomment>renderers/nexrender/actions.py</extracomment>
        <translation>„{0}“ ist kein Name für ein ZIP.</translation>
    </message>
    <message>
        <source>“{0}” is no name that a file can have.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>„{0}“ ist kein Name, den eine Datei haben kann.</translation>
    </message>
    <message>
        <source>“{0}” is no number in JSON.</source>
        <extracomment>renderers/nexrender/jobtext.py</extracomment>
        <translation>„{0}“ ist in JSON keine Zahl.</translation>
    </message>
    <message>
        <source>“{0}” is no ordinary file.</source>
        <extracomment>engine/reaching.py</extracomment>
        <translation>„{0}“ ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>“{0}” is no project of After Effects.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>„{0}“ ist kein Projekt von After Effects.</translation>
    </message>
    <message>
        <source>“{0}” is no property of a layer.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>„{0}“ ist keine Eigenschaft einer Ebene.</translation>
    </message>
    <message>
        <source>“{0}” is no script that can be looked at.</source>
        <extracomment>renderers/nexrender/assets.py</extracomment>
        <translation>„{0}“ ist kein Skript, das sich ansehen lässt.</translation>
    </message>
    <message>
        <source>“{0}” is no text in UTF-8.</source>
        <extracomment>renderers/openjd/template.py</extracomment>
        <translation>„{0}“ ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>“{0}” is not a Render Manager queue.</source>
        <extracomment>store/database.py</extracomment>
        <translation>„{0}“ ist keine Warteschlange von Render Manager.</translation>
    </message>
    <message>
        <source>“{0}” is not a queue: {1}.</source>
        <extracomment>store/restoring.py</extracomment>
        <translation>„{0}“ ist keine Warteschlange: {1}.</translation>
    </message>
    <message>
        <source>“{0}” is not a sound queue.</source>
        <extracomment>store/restoring.py</extracomment>
        <translation>„{0}“ ist keine unversehrte Warteschlange.</translation>
    </message>
    <message>
        <source>“{0}” is not among the first compositions of the project.</source>
        <extracomment>renderers/nexrender/project.py</extracomment>
        <translation>„{0}“ gehört nicht zu den ersten Kompositionen des Projekts.</translation>
    </message>
    <message>
        <source>“{0}” is not an absolute path.</source>
        <extracomment>renderers/command.py</extracomment>
        <translation>„{0}“ ist kein absoluter Pfad.</translation>
    </message>
    <message>
        <source>“{0}” is not valid text (UTF-8).</source>
        <extracomment>services/link.py</extracomment>
        <translation>„{0}“ ist kein gültiger Text (UTF-8).</translation>
    </message>
    <message>
        <source>“{0}” is nothing ffmpeg can read.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ ist nichts, was ffmpeg lesen kann.</translation>
    </message>
    <message>
        <source>“{0}” is of a kind ({1}) that is not opened for safety.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ ist von einer Art ({1}), die aus Sicherheit nicht geöffnet wird.</translation>
    </message>
    <message>
        <source>“{0}” is one file, but there are {1} things to render.</source>
        <extracomment>services/submit.py</extracomment>
        <translation>„{0}“ ist eine einzelne Datei, aber {1} Dinge sind zu rendern.</translation>
    </message>
    <message>
        <source>“{0}” is one picture, and a composition has many.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>„{0}“ ist ein einzelnes Bild, und eine Komposition hat viele.</translation>
    </message>
    <message>
        <source>“{0}” is rendered and verified; it is kept in “{1}” until “{2}” can be written to: {3}.</source>
        <extracomment>core/errors.py</extracomment>
        <translation>„{0}“ ist gerendert und geprüft; es liegt in „{1}“, bis sich in „{2}“ wieder schreiben lässt: {3}.</translation>
    </message>
    <message>
        <source>“{0}” is taken: that result will be “{1}”.</source>
        <extracomment>services/submit.py</extracomment>
        <translation>„{0}“ ist vergeben: Jenes Ergebnis wird „{1}“ heißen.</translation>
    </message>
    <message>
        <source>“{0}” is taken: the result will be “{1}”.</source>
        <extracomment>services/submit.py</extracomment>
        <translation>„{0}“ ist vergeben: Das Ergebnis wird „{1}“ heißen.</translation>
    </message>
    <message>
        <source>“{0}” is the source itself.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ ist die Quelle selbst.</translation>
    </message>
    <message>
        <source>“{0}” is there under two names; one is enough.</source>
        <extracomment>renderers/nexrender/jobfields.py</extracomment>
        <translation>„{0}“ ist unter zwei Namen da; einer genügt.</translation>
    </message>
    <message>
        <source>“{0}” is {1}</source>
        <extracomment>engine/before.py</extracomment>
        <translation>„{0}“ ist {1}</translation>
    </message>
    <message>
        <source>“{0}” is {1}: the job waits until it is whole.</source>
        <extracomment>services/submit.py</extracomment>
        <translation>„{0}“ ist {1}: Der Auftrag wartet, bis alles da ist.</translation>
    </message>
    <message>
        <source>“{0}” lacks its script “Scripts/Startup/commandLineRenderer.jsx”.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>„{0}“ fehlt sein Skript „Scripts/Startup/commandLineRenderer.jsx“.</translation>
    </message>
    <message>
        <source>“{0}” leads out of its folder by “..”.</source>
        <extracomment>renderers/nexrender/jobproducts.py</extracomment>
        <translation>„{0}“ führt mit „..“ aus seinem Ordner heraus.</translation>
    </message>
    <message>
        <source>“{0}” makes After Effects a render-only node: it uses no licence, and some plug-ins put a watermark into the picture.</source>
        <extracomment>renderers/nexrender/preflight.py</extracomment>
        <translation>„{0}“ macht After Effects zum reinen Render-Knoten: Es verbraucht keine Lizenz, und manche Plug-ins setzen ein Wasserzeichen ins Bild.</translation>
    </message>
    <message>
        <source>“{0}” names no sequence.</source>
        <extracomment>renderers/ffmpeg/preflight.py</extracomment>
        <translation>„{0}“ benennt keine Bildfolge.</translation>
    </message>
    <message>
        <source>“{0}” needs your approval: {1}{2}.</source>
        <extracomment>engine/approval.py</extracomment>
        <translation>„{0}“ muss erst erlaubt werden: {1}{2}.</translation>
    </message>
    <message>
        <source>“{0}” takes no bit rate.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>„{0}“ nimmt keine Bitrate an.</translation>
    </message>
    <message>
        <source>“{0}” takes no {1}.</source>
        <extracomment>renderers/ffmpeg/setting_checks.py</extracomment>
        <translation>„{0}“ nimmt kein {1} an.</translation>
    </message>
    <message>
        <source>“{0}” was not found: the pictures lack it.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>„{0}“ wurde nicht gefunden: Den Bildern fehlt es.</translation>
    </message>
    <message>
        <source>“{0}” was saved by a newer Render Manager.</source>
        <extracomment>store/restoring.py</extracomment>
        <translation>„{0}“ wurde von einem neueren Render Manager gesichert.</translation>
    </message>
    <message>
        <source>“{0}” would count as a frame of the source “{1}”.</source>
        <extracomment>services/refusals.py</extracomment>
        <translation>„{0}“ würde als Bild der Quelle „{1}“ zählen.</translation>
    </message>
    <message>
        <source>“{0}”, from which the scene links, is missing: the pictures lack what is in it.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>„{0}“, woraus die Szene verknüpft, fehlt: Den Bildern fehlt, was darin ist.</translation>
    </message>
    <message>
        <source>“{0}”, named by RENDERMANAGER_NEXRENDER, is no nexrender.</source>
        <extracomment>renderers/nexrender/locate.py</extracomment>
        <translation>„{0}“, genannt in RENDERMANAGER_NEXRENDER, ist kein nexrender.</translation>
    </message>
    <message>
        <source>“{0}”, named for {1} in {2}, does not work: {3}.</source>
        <extracomment>engine/programs.py</extracomment>
        <translation>„{0}“, für {1} genannt in {2}, funktioniert nicht: {3}.</translation>
    </message>
    <message>
        <source>“{0}”, the file of {1}, is empty.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>„{0}“, die Datei von {1}, ist leer.</translation>
    </message>
    <message>
        <source>“{0}”, the file of {1}, is no address.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>„{0}“, die Datei von {1}, ist keine Adresse.</translation>
    </message>
    <message>
        <source>“{0}”, the file of {1}, is no ordinary file.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>„{0}“, die Datei von {1}, ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>“{0}”, the file of {1}, may not be read.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>„{0}“, die Datei von {1}, darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{0}”, the file of {1}, names no file.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>„{0}“, die Datei von {1}, nennt keine Datei.</translation>
    </message>
    <message>
        <source>“{0}”, the file of {1}, {2}.</source>
        <extracomment>renderers/nexrender/jobsources.py</extracomment>
        <translation>„{0}“, die Datei von {1}, {2}.</translation>
    </message>
    <message>
        <source>“{0}”, the file of {1}, {2}: it is not read.</source>
        <extracomment>renderers/nexrender/jobfiles.py</extracomment>
        <translation>„{0}“, die Datei von {1}, {2}: Sie wird nicht gelesen.</translation>
    </message>
    <message>
        <source>“{1}” ({0}), which the scene links from “{2}”, is not in that file: the pictures lack it.</source>
        <extracomment>renderers/blender/failures.py</extracomment>
        <translation>„{1}“ ({0}), das die Szene aus „{2}“ verknüpft, ist nicht in dieser Datei: Den Bildern fehlt es.</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Size</source>
        <extracomment>ui/form/row.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>{name}: as in the preset</source>
        <extracomment>ui/form/row.py</extracomment>
        <translation>{name}: wie in der Vorgabe</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>1080p, 60 frames/s</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>1080p, 60 Bilder/s</translation>
    </message>
    <message>
        <source>1440p, 60 frames/s</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>1440p, 60 Bilder/s</translation>
    </message>
    <message>
        <source>2160p, 60 frames/s</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>2160p, 60 Bilder/s</translation>
    </message>
    <message>
        <source>480p, 15 frames/s</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>480p, 15 Bilder/s</translation>
    </message>
    <message>
        <source>720p, 30 frames/s</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>720p, 30 Bilder/s</translation>
    </message>
    <message>
        <source>After Effects of</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>After Effects von</translation>
    </message>
    <message>
        <source>Allow missing files</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Fehlende Dateien zulassen</translation>
    </message>
    <message>
        <source>As in the source</source>
        <extracomment>ui/form/editors.py</extracomment>
        <translation>Wie in der Quelle</translation>
    </message>
    <message>
        <source>Auto</source>
        <extracomment>ui/form/editors.py</extracomment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Balanced</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Encoder</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Every … frame</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Jedes … Bild</translation>
    </message>
    <message>
        <source>Extension</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Endung</translation>
    </message>
    <message>
        <source>Extremely fast</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Äußerst schnell</translation>
    </message>
    <message>
        <source>Fast</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Faster</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Fastest, largest file</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Am schnellsten, größte Datei</translation>
    </message>
    <message>
        <source>Fill with bars</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Mit Balken auffüllen</translation>
    </message>
    <message>
        <source>Fill, cut the edges</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Füllen, Ränder abschneiden</translation>
    </message>
    <message>
        <source>First frame</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Fit inside</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit inside, never enlarge</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Einpassen, nie vergrößern</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Frames per part</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Bilder je Abschnitt</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Height</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Image cache, %</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Bildcache, %</translation>
    </message>
    <message>
        <source>Last frame</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Memory, %</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Speicher, %</translation>
    </message>
    <message>
        <source>No sound</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>Number in the file</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Nummer in der Datei</translation>
    </message>
    <message>
        <source>Processors for that, %</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Prozessoren dafür, %</translation>
    </message>
    <message>
        <source>Quality</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Quality (CRF)</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Qualität (CRF)</translation>
    </message>
    <message>
        <source>Read frames at</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Bilder lesen mit</translation>
    </message>
    <message>
        <source>Several frames at once</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Mehrere Bilder zugleich</translation>
    </message>
    <message>
        <source>Shape</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Form</translation>
    </message>
    <message>
        <source>Size in percent</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Größe in Prozent</translation>
    </message>
    <message>
        <source>Slow, smaller file</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Langsam, kleinere Datei</translation>
    </message>
    <message>
        <source>Slower</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Slowest, smallest file</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Am langsamsten, kleinste Datei</translation>
    </message>
    <message>
        <source>Sound</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sound bit rate</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Bitrate des Tons</translation>
    </message>
    <message>
        <source>Stretch</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Verzerren</translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Uncompressed, 16 bit</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Unkomprimiert, 16 Bit</translation>
    </message>
    <message>
        <source>Uncompressed, 24 bit</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Unkomprimiert, 24 Bit</translation>
    </message>
    <message>
        <source>Very fast</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Sehr schnell</translation>
    </message>
    <message>
        <source>Width</source>
        <extracomment>ui/form/words.py</extracomment>
        <translation>Breite</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Fewer settings</source>
        <extracomment>ui/form/form.py</extracomment>
        <translation>Weniger Einstellungen</translation>
    </message>
    <message>
        <source>More settings</source>
        <extracomment>ui/form/form.py</extracomment>
        <translation>Mehr Einstellungen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Changes count at once.</source>
        <extracomment>ui/pages/settings.py</extracomment>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <extracomment>ui/pages/settings.py</extracomment>
        <translation>Keine Einstellung passt.</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <extracomment>ui/pages/settings.py</extracomment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>ui/pages/settings.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <extracomment>ui/dialogs/shortcuts.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <extracomment>ui/dialogs/shortcuts.py</extracomment>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>ui/dialogs/shortcuts.py</extracomment>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Nothing on this machine opens “{path}”</source>
        <extracomment>ui/window/showing.py</extracomment>
        <translation>Kein Programm auf diesem Rechner öffnet „{path}“</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Program</source>
        <extracomment>ui/widgets/sidebar.py</extracomment>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Views</source>
        <extracomment>ui/widgets/sidebar.py</extracomment>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>SortBar</name>
    <message>
        <source>Show run order</source>
        <extracomment>ui/queue/pane.py</extracomment>
        <translation>Reihenfolge zeigen</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Add files…</source>
        <extracomment>ui/dialogs/add/sources.py</extracomment>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Sample job</source>
        <extracomment>ui/dialogs/add/sources.py</extracomment>
        <translation>Beispielauftrag</translation>
    </message>
    <message>
        <source>Sources</source>
        <extracomment>ui/dialogs/add/sources.py</extracomment>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <extracomment>ui/dialogs/add/sources.py</extracomment>
        <translation>Aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Keep running</source>
        <extracomment>ui/window/status_bar.py</extracomment>
        <translation>Weiter rendern</translation>
    </message>
</context>
<context>
    <name>StoreNotice</name>
    <message>
        <source>Mend it now</source>
        <extracomment>ui/window/store_notice.py</extracomment>
        <translation>Jetzt beheben</translation>
    </message>
    <message>
        <source>{trouble} What renders goes on; nothing new starts.</source>
        <extracomment>ui/window/store_notice.py</extracomment>
        <translation>{trouble} Was rendert, läuft weiter; nichts Neues beginnt.</translation>
    </message>
    <message>
        <source>{trouble} You can look, but nothing runs and nothing can be changed.</source>
        <extracomment>ui/window/store_notice.py</extracomment>
        <translation>{trouble} Ansehen geht, aber nichts läuft und nichts lässt sich ändern.</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <extracomment>ui/widgets/toast.py</extracomment>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Pause queue</source>
        <extracomment>ui/tray/tray.py</extracomment>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>ui/tray/tray.py</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Render Manager</source>
        <extracomment>ui/tray/tray.py</extracomment>
        <translation>Render Manager</translation>
    </message>
    <message>
        <source>Resume queue</source>
        <extracomment>ui/tray/tray.py</extracomment>
        <translation>Warteschlange fortsetzen</translation>
    </message>
    <message>
        <source>Show Render Manager</source>
        <extracomment>ui/tray/tray.py</extracomment>
        <translation>Render Manager zeigen</translation>
    </message>
    <message>
        <source>{number} failed</source>
        <extracomment>ui/tray/tray.py</extracomment>
        <translation>{number} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{number} rendering</source>
        <extracomment>ui/tray/tray.py</extracomment>
        <translation>{number} rendern</translation>
    </message>
    <message>
        <source>{number} waiting</source>
        <extracomment>ui/tray/tray.py</extracomment>
        <translation>{number} warten</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Undo</source>
        <extracomment>ui/queue/undoing.py</extracomment>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>UsageTab</name>
    <message>
        <source>Attempt {number}</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>Versuch {number}</translation>
    </message>
    <message>
        <source>Cores</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>It has not started yet.</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>Er hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>Memory</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>Storage</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Too short to be measured.</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>Zu kurz, um gemessen zu werden.</translation>
    </message>
    <message>
        <source>Usually</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>Sonst</translation>
    </message>
    <message>
        <source>VRAM</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>What this render takes</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>Was dieser Render belegt</translation>
    </message>
    <message>
        <source>{number} cores</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>{number} Kerne</translation>
    </message>
    <message>
        <source>{size} at most</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>höchstens {size}</translation>
    </message>
    <message>
        <source>{size} of VRAM</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>{size} VRAM</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <extracomment>ui/inspector/usage_tab.py</extracomment>
        <translation>{size} Speicher</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>What is allowed in each hour of the week</source>
        <extracomment>ui/pages/hours_grid.py</extracomment>
        <translation>Was in jeder Stunde der Woche erlaubt ist</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Everything is paused</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>Alles ist angehalten</translation>
    </message>
    <message>
        <source>Nothing starts: {reason}</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>Nichts beginnt: {reason}</translation>
    </message>
    <message>
        <source>Queue paused: nothing new starts</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>Warteschlange angehalten: Nichts Neues beginnt</translation>
    </message>
    <message>
        <source>Queue running</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>Warteschlange läuft</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Render Manager quits when the current renders are done</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>Render Manager beendet sich, wenn die laufenden Aufträge fertig sind</translation>
    </message>
    <message>
        <source>Renders rest while you work</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>Das Rendern ruht, solange am Rechner gearbeitet wird</translation>
    </message>
    <message>
        <source>{counts} — all done about {time}</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>{counts} – alles fertig etwa {time}</translation>
    </message>
    <message>
        <source>{number} done</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>{number} fertig</translation>
    </message>
    <message>
        <source>{number} failed</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>{number} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{number} paused</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>{number} angehalten</translation>
    </message>
    <message>
        <source>{number} rendering</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>{number} rendern</translation>
    </message>
    <message>
        <source>{number} waiting</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>{number} warten</translation>
    </message>
    <message>
        <source>{used} of {most} slots in use</source>
        <extracomment>ui/window/summary.py</extracomment>
        <translation>{used} von {most} Plätzen belegt</translation>
    </message>
</context>
<context>
    <name>_NavModel</name>
    <message numerus="yes">
        <source>%1, %n new</source>
        <extracomment>ui/widgets/nav_list.py</extracomment>
        <translation>
            <numerusform>%1, %n neue</numerusform>
            <numerusform>%1, %n neue</numerusform>
        </translation>
    </message>
</context>
</TS>
