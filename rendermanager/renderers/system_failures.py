"""What the system and the usual runtimes say through any program that fails.

These rules stand behind those of the engine. What the system says is matched at the start of a
line or behind a colon, so that a file of that name proves nothing. Programs that speak the
language of the desktop are understood in German, French and Spanish; a letter that was lost to a
wrong encoding is matched by any one or two.
"""

from collections.abc import Sequence
from typing import Final

from rendermanager.core.failure import Cause, FailureKind, FailureRule, Retry, rule

_INPUT: Final = FailureKind.INVALID_INPUT
_RESOURCE: Final = FailureKind.RESOURCE_EXHAUSTION
_SYSTEM: Final = FailureKind.SYSTEM_ERROR
_NETWORK: Final = FailureKind.NETWORK_FAILURE
_TIMEOUT: Final = FailureKind.TIMEOUT
SAID: Final = r"(?:^\W{0,4}|[:()\],;] ?|\b(?:error|failed|fatal|because)\W{1,3})"
"""Where the system's own words begin in a line."""

BENIGN: Final = (
    rule(r"\b(?:0|no) (?:errors?|failures?|error\(s\)|fatal errors?)\b", None),
    rule(r"^\s*(?:warning|info|debug|note|hint)\s*[:\]].{0,200}\bdeprecat", None),
    rule(r"(?:Deprecation|Future|User|Runtime|Resource|Syntax)Warning:", None),
    rule(r"^\s*(?:libva info|ALSA lib|AL lib|Fontconfig warning|libpng warning|MESA-LOADER)", None),
    rule(r"\b(?:Gtk|Gdk|GLib|GLib-GIO|dconf)-(?:WARNING|Message|CRITICAL)", None),
    rule(r"qt\.qpa\.|XDG_RUNTIME_DIR not set|could not connect to dbus", None),
    rule(r"^\s*npm (?:warn|notice)\b|^\(node:\d+\).{0,80}Warning:", None),
    rule(r"CoreText note:|objc\[\d+\]: class .{1,200} is implemented in both", None),
    rule(r"\b(?:retrying|will retry|trying again) (?:in|after) \d+", None),
)

_DISK: Final = (
    rule(
        SAID
        + r"(?:no space left on device|disk quota exceeded|there is not enough space on the disk)"
        r"|\bENOSPC\b|\bEDQUOT\b|quota exceeded for (?:user|group)|insufficient disk space"
        r"|(?:the )?disk is full|not enough (?:free )?disk space|\[winerror 112\]"
        r"|kein speicherplatz mehr|nicht genug speicherplatz auf dem datentr|espace insuffisant"
        r"|aucun espace disponible|no queda espacio en el dispositivo"
        r"|espacio en disco insuficiente",
        _RESOURCE,
        "The disk is full.",
        "Make room on the drive of the output, or choose another folder.",
        Retry.AFTER_FIX,
        cause=Cause.DISK_FULL,
    ),
    rule(
        SAID + r"file too large|\bEFBIG\b",
        _RESOURCE,
        "The result grew larger than its drive allows.",
        "FAT32 drives end at 4 GB: choose a folder on another drive.",
        Retry.AFTER_FIX,
    ),
    rule(
        SAID + r"read-only file ?system|\bEROFS\b|the media is write protected|\[winerror 19\]"
        r"|dateisystem ist nur lesbar|schreibgesch.{1,2}tzt|en lecture seulement"
        r"|sistema de ficheros de s.{1,2}lo lectura",
        _INPUT,
        "The drive of the output is write-protected.",
        "Choose another folder.",
        Retry.AFTER_FIX,
        cause=Cause.READ_ONLY,
    ),
    rule(
        SAID + r"(?:file name|filename) too long|\bENAMETOOLONG\b|\[winerror 206\]"
        r"|dateiname zu lang|nom de fichier trop long",
        _INPUT,
        "The name of a file is too long for its drive.",
        "Choose a shorter name.",
        Retry.AFTER_FIX,
    ),
)

_MEMORY: Final = (
    rule(
        r"cannot allocate memory|std::bad_alloc|\bbad allocation\b|\bMemoryError\b|\bENOMEM\b"
        r"|malloc of size \d+ failed|(?:virtual )?memory exhausted|oom-?killed?\b|oom-kill"
        r"|out of memory: killed process|java(?:script)? heap (?:space|out of memory)"
        r"|OutOfMemoryError|insufficient (?:system )?memory|not enough (?:memory|storage is avail)"
        r"|unable to allocate [\d.]+ [kmgt]i?b|failed to allocate (?:memory|\d+ bytes)"
        r"|paging file is too small|\[winerror 1455\]|\[winerror 8\]"
        r"|nicht gen.{1,2}gend (?:haupt|arbeits)?speicher|impossible d'allouer de la m"
        r"|no se pudo asignar memoria|no se puede asignar memoria",
        _RESOURCE,
        "Memory ran out.",
        "Render fewer at once, or a smaller picture.",
        Retry.BACKOFF,
        cause=Cause.MEMORY,
    ),
    rule(
        r"(?:^|[:\]] )out of memory|^killed$|: \d+ killed(?:\s|$)",
        _RESOURCE,
        "The program was ended, most often because memory ran out.",
        "Render fewer at once, or a smaller picture.",
        Retry.BACKOFF,
        cause=Cause.MEMORY,
    ),
    rule(
        SAID + r"(?:too many open files|resource temporarily unavailable)|\bEMFILE\b|\bENFILE\b"
        r"|can't start new thread|cannot create thread|pthread_create failed|fork: retry"
        r"|zu viele offene dateien|trop de fichiers ouverts|demasiados (?:ficheros"
        r"|archivos) abiertos"
        r"|no space left for watchers|system limit for number of file watchers",
        _RESOURCE,
        "The system ran out of files or processes it can open.",
        "Close other programs, or render fewer at once.",
        Retry.BACKOFF,
    ),
)

_GRAPHICS: Final = (
    rule(
        r"CUDA_ERROR_OUT_OF_MEMORY|CUDA(?: error)?: out of memory|VK_ERROR_OUT_OF_DEVICE_MEMORY"
        r"|out of (?:gpu|video|device) memory|OPTIX_ERROR_(?:DEVICE|HOST)_OUT_OF_MEMORY"
        r"|hipErrorOutOfMemory|CL_MEM_OBJECT_ALLOCATION_FAILURE",
        _RESOURCE,
        "The graphics card ran out of memory.",
        "Render fewer at once on the graphics card.",
        Retry.BACKOFF,
        cause=Cause.GRAPHICS_MEMORY,
    ),
    rule(
        r"CUDA_ERROR_(?:NO_DEVICE|NOT_INITIALIZED|SYSTEM_DRIVER_MISMATCH|UNKNOWN|LAUNCH_FAILED"
        r"|ILLEGAL_ADDRESS|INVALID_DEVICE|LAUNCH_TIMEOUT)|VK_ERROR_DEVICE_LOST"
        r"|VK_ERROR_INCOMPATIBLE_DRIVER|DXGI_ERROR_DEVICE_(?:REMOVED|HUNG|RESET)"
        r"|gpu has fallen off the bus|nvidia-smi has failed|no cuda-capable device is detected"
        r"|hipErrorNoDevice|OPTIX_ERROR_\w+",
        _SYSTEM,
        "The graphics card failed.",
        "Update its driver, or render without the graphics card.",
        Retry.AFTER_FIX,
        cause=Cause.GRAPHICS,
    ),
)

_NET: Final = (
    rule(
        r"too many requests|\b(?:http|status|code|error)\W{0,3}429\b|rate.?limit(?:ed| exceeded)"
        r"|(?:api )?quota exceeded|\b503\b.{0,40}(?:service unavailable|slow down)|SlowDown\b"
        r"|^\W{0,3}retry-after: \d+",
        _NETWORK,
        "A service refused because it was asked too often.",
        "Nothing has to be done: it is tried again later.",
        Retry.BACKOFF,
        cause=Cause.BUSY,
    ),
    rule(
        r"stale (?:nfs )?file handle|\bESTALE\b|transport endpoint is not connected|\bENOTCONN\b"
        r"|the network path was not found|the specified network name is no longer available"
        r"|\[winerror (?:53|59|64|67|1231)\]|host is down|\bEHOSTDOWN\b"
        r"|an unexpected network error occurred|der netzwerkpfad wurde nicht gefunden",
        _NETWORK,
        "The network drive is out of reach.",
        "Check the connection.",
        Retry.BACKOFF,
        cause=Cause.GONE,
    ),
    rule(
        SAID + r"(?:network is unreachable|no route to host)"
        r"|connection (?:was )?(?:refused|reset|aborted|timed out)|\bECONN(?:REFUSED|RESET"
        r"|ABORTED)\b|\bETIMEDOUT\b|\bEAI_AGAIN\b|\bENOTFOUND\b"
        r"|getaddrinfo|could not resolve host|temporary failure in name resolution|socket hang up"
        r"|name or service not known|nodename nor servname|ENETUNREACH|EHOSTUNREACH"
        r"|remote end closed connection|max retries exceeded with url|read timed out"
        r"|\b50[0234]\b (?:bad gateway|gateway time-?out|internal server error|service unavailable)"
        r"|request failed with status code 5\d\d|verbindung verweigert|connexion refus.{1,2}e"
        r"|das netzwerk ist nicht erreichbar|conexi.{1,2}n rehusada",
        _NETWORK,
        "Something on the network did not answer.",
        "Check the connection.",
        Retry.BACKOFF,
    ),
    rule(
        r"certificate (?:verify failed|has expired)|self.signed certificate"
        r"|unable to (?:get local issuer|verify the first) certificate|CERT_HAS_EXPIRED",
        _NETWORK,
        "The certificate of a server is not accepted.",
        "Check the date of this machine, and the address.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"\b(?:401|403)\b\W{0,3}(?:unauthori[sz]ed|forbidden)"
        r"|request failed with status code 40[13]",
        _NETWORK,
        "A server refused access.",
        "Check the account and its rights.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"\b404\b\W{0,3}not found|request failed with status code 404|\b410\b\W{0,3}gone",
        _NETWORK,
        "A file is not on its server any more.",
        "Check the address.",
        Retry.AFTER_FIX,
    ),
    rule(
        SAID + r"operation timed out|\btimed? ?out waiting for\b|deadline exceeded|TimeoutError\b",
        _TIMEOUT,
        "Something took too long.",
        "It is tried again by itself.",
        Retry.BACKOFF,
    ),
)

_PROGRAM: Final = (
    rule(
        r"error while loading shared libraries: (\S{1,200}?):|library not loaded: (\S{1,200})"
        r"|dyld.{0,40}: symbol not found|the code execution cannot proceed because (\S{1,200})"
        r"|version `?(\S{1,60}?)'? not found \(required by|0xc000007b|0xc0000135",
        _SYSTEM,
        "The program is not installed completely: {0}{1}{2}{3} is missing.",
        "Install it again, or choose another one in the settings.",
        Retry.AFTER_FIX,
        cause=Cause.LAUNCH,
    ),
    rule(
        r"exec format error|bad cpu type in executable|is not a valid win32 application"
        r"|illegal instruction|\bWinError 193\b",
        _SYSTEM,
        "The program was made for another kind of machine.",
        "Install the one for this machine.",
        Retry.AFTER_FIX,
        cause=Cause.LAUNCH,
    ),
    rule(
        r"command not found|is not recognized as an internal or external command"
        r"|\bspawn \S{1,200} ENOENT|exec(?:vp)?: .{1,200}: (?:not found|no such file)"
        r"|befehl nicht gefunden|commande introuvable|orden no encontrada",
        _SYSTEM,
        "A program that is needed was not found.",
        "Install it, or correct its path.",
        Retry.AFTER_FIX,
        cause=Cause.NOT_FOUND,
    ),
    rule(
        r"licen[cs]e (?:has )?expired|no valid licen[cs]e|failed to (?:check ?out|acquire|obtain"
        r"|get)"
        r" (?:a )?licen[cs]e|could not (?:obtain|check ?out|get|find) (?:a |any )?licen[cs]e"
        r"|unable to (?:obtain|acquire|check ?out) (?:a )?licen[cs]e"
        r"|licen[cs]e (?:checkout )?failed"
        r"|licen[cs]e server (?:is )?(?:down|not responding|unavailable)|all licen[cs]es are in use"
        r"|unlicensed (?:version|product)",
        _SYSTEM,
        "There is no licence for the program on this machine.",
        "Sign in or start the licence server, then run it again.",
        Retry.AFTER_FIX,
        cause=Cause.LICENCE,
    ),
    rule(
        r"^(?:\w+\.)?ModuleNotFoundError: No module named '?([\w.]{1,200})'?",
        _INPUT,
        "The Python module “{0}” is not installed.",
        "Install it for the Python that runs the script.",
        Retry.AFTER_FIX,
    ),
    rule(
        r"Error: Cannot find module '([^'\n]{1,300})'",
        _INPUT,
        "The Node module “{0}” is not installed.",
        "Install it where the script looks for it.",
        Retry.AFTER_FIX,
    ),
    rule(
        SAID + r"(?:input/output error|i/o error|no such device)|\bEIO\b|i/o device error"
        r"|\[winerror 1117\]|device not configured"
        r"|data error \(cyclic redundancy check\)|eingabe-/ausgabefehler"
        r"|erreur d'entr.{1,2}e/sortie|error de entrada/salida",
        _SYSTEM,
        "A drive failed while it was read or written.",
        "Check the drive and its cable.",
        Retry.BACKOFF,
    ),
    rule(
        r"text file busy|\bEBUSY\b|\bETXTBSY\b|device or resource busy|\[winerror 32\]"
        r"|\[winerror 33\]"
        r"|being used by another process|wird von einem anderen prozess verwendet",
        _SYSTEM,
        "A file is still open in another program.",
        "Close that program; it is tried again by itself.",
        Retry.BACKOFF,
    ),
    rule(
        r"segmentation fault|sigsegv|access violation|0xc0000005|SIGABRT|core dumped"
        r"|pure virtual function call|fatal python error|terminate called after throwing"
        r"|speicherzugriffsfehler|erreur de segmentation|violaci.{1,2}n de segmento",
        _SYSTEM,
        "The program crashed.",
        "Its log may say why.",
        Retry.ONCE,
    ),
)

_GENERIC: Final = (
    rule(
        SAID
        + r"(?:permission denied|access is denied|operation not permitted)|\bEACCES\b|\bEPERM\b"
        r"|\[winerror 5\]|keine berechtigung|zugriff verweigert|permission non accord"
        r"|acc.{1,2}s refus|permiso denegado|acceso denegado",
        _INPUT,
        "A file or folder may not be read or written.",
        "Check the rights of the source and of the output's folder.",
        Retry.AFTER_FIX,
        generic=True,
    ),
    rule(
        SAID + r"no such file or directory|\bENOENT\b|FileNotFoundError|\[winerror [23]\]"
        r"|the system cannot find the (?:file|path)|datei oder verzeichnis nicht gefunden"
        r"|das system kann (?:die angegebene datei|den angegebenen pfad) nicht finden"
        r"|aucun fichier ou (?:dossier|r.{1,2}pertoire) de ce (?:type|nom)"
        r"|no existe el (?:fichero|archivo) o el directorio",
        _INPUT,
        "A file that the program wants is not there.",
        "Check the paths, or bring the drive back.",
        Retry.AFTER_FIX,
        generic=True,
    ),
    rule(
        r"^(?:\w{1,60}\.){0,6}(\w{0,60}(?:Error|Exception)): (.{1,300})",
        _INPUT,
        "The script ended with an error: {1}.",
        "Its log shows the line.",
        generic=True,
    ),
    rule(
        r"^(?:terminated|hangup|user defined signal \d|beendet)$",
        _SYSTEM,
        "The program was stopped from outside.",
        "",
        Retry.ONCE,
        generic=True,
    ),
)

SYSTEM_RULES: Final[Sequence[FailureRule]] = (
    *BENIGN,
    *_GRAPHICS,
    *_DISK,
    *_MEMORY,
    *_NET,
    *_PROGRAM,
    *_GENERIC,
)
