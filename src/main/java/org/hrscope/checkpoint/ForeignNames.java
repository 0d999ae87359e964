package org.hrscope.checkpoint;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.hrscope.checkpoint.Known.Foreign;

/// Tells globals that training programs leave in checkpoints from those an attacker would use. Neither kind is ever
/// resolved or called here; but a file with the second kind would do harm in Python, and the user should know.
///
/// - Modules that reach the system or execute code passed to them: refused by name.
/// - Classes (capitalised, by Python convention) used to construct an object: inert data.
/// - Functions: inert while only referenced; refused when called, except those that reconstruct standard objects.
final class ForeignNames {
    /// Whole modules, and single names.
    private static final Set<String> HARMFUL =
            Set.of(
                    ("os posix nt posixpath ntpath subprocess posixsubprocess winapi popen2 commands"
                                    + " pty sys runpy codeop importlib imp pkgutil zipimport ctypes"
                                    + " cffi marshal pickle cPickle dill cloudpickle shelve shutil"
                                    + " tempfile socket socketserver asyncio multiprocessing threading"
                                    + " signal atexit urllib.request urllib2 httplib http.client"
                                    + " http.server ftplib smtplib telnetlib requests webbrowser"
                                    + " antigravity operator pip distutils ensurepip pydoc doctest pdb"
                                    + " bdb timeit cProfile sqlite3 IPython code.interact"
                                    + " code.InteractiveConsole code.InteractiveInterpreter io.open"
                                    + " io.open_code io.FileIO logging.FileHandler logging.config"
                                    + " logging.handlers types.CodeType types.FunctionType"
                                    + " types.LambdaType types.MethodType types.ModuleType"
                                    + " torch.load torch.serialization.load torch.hub torch.jit"
                                    + " torch.package torch.ops torch.utils.cpp_extension"
                                    + " numpy.f2py numpy.distutils numpy.testing")
                            .split(" "));

    /// Reachable as an attribute of any module that imports them: `torch.os.system`.
    private static final Set<String> HARMFUL_ANYWHERE =
            Set.of("os", "posix", "nt", "sys", "subprocess", "builtins", "importlib", "ctypes");

    private static final Set<String> HARMFUL_AT_THE_END =
            Set.of("eval", "exec", "execfile", "getattr", "setattr", "import", "system", "popen");

    /// The harmless part of Python's builtins.
    private static final Set<String> TYPES =
            Set.of(
                    ("object int long float complex bool str unicode basestring bytes bytearray slice"
                                    + " range xrange list tuple dict set frozenset")
                            .split(" "));

    /// Lower-case classes, and functions that reconstruct objects of the standard libraries.
    private static final Set<String> BUILDERS =
            Set.of(
                    "collections.deque",
                    "collections.namedtuple",
                    "datetime.date",
                    "datetime.datetime",
                    "datetime.time",
                    "datetime.timedelta",
                    "datetime.timezone",
                    "datetime.tzinfo",
                    "functools.partial",
                    "logging.getLogger",
                    "numpy.core.numeric._frombuffer",
                    "numpy._core.numeric._frombuffer",
                    "pytz._UTC",
                    "pytz._p",
                    "re._compile",
                    "torch.serialization._get_layout",
                    "uuid.UUID");

    /// `_rebuild_qtensor`, `_reconstructor`, `__newobj__`, `__randomstate_ctor`, `_unpickle_block`: what libraries
    /// call their hooks for pickle's protocol.
    private static final Pattern REBUILDS =
            Pattern.compile("_\\w*(rebuild|reconstruct|newobj|_ctor|unpickle)\\w*");

    /// More components than any real name has.
    private static final int DEEPEST = 20;

    private static final Pattern CLASS = Pattern.compile("_*\\p{Lu}.*");

    private ForeignNames() {}

    /// @throws BrokenCheckpoint for anything that could do harm
    static Foreign of(String module, String name) {
        String full = module + "." + name;
        if (isHarmful(module, name)) throw new BrokenCheckpoint("checkpoint.global", full);
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean builds =
                isBuiltin(module)
                        || BUILDERS.contains(full)
                        || CLASS.matcher(last).matches()
                        || REBUILDS.matcher(last).matches();
        return new Foreign(full, builds);
    }

    private static boolean isHarmful(String module, String name) {
        if (isBuiltin(module)) return !TYPES.contains(name) && !CLASS.matcher(name).matches();
        String[] path = (module + "." + name).split("\\.", DEEPEST);
        if (path.length == DEEPEST) return true;
        // `_operator` is `operator`, `_io` is `io`.
        path[0] = path[0].replaceFirst("^_+", "");
        if (HARMFUL.contains(path[0])) return true;
        String beginning = path[0];
        for (int i = 1; i < path.length; i++) {
            beginning += "." + path[i];
            if (HARMFUL.contains(beginning)) return true;
        }
        return HARMFUL_AT_THE_END.contains(bare(path[path.length - 1]))
                || Arrays.stream(path).anyMatch(part -> HARMFUL_ANYWHERE.contains(bare(part)));
    }

    /// `__builtins__` is `builtins`.
    private static String bare(String name) {
        return name.replaceAll("^_+|_+$", "");
    }

    private static boolean isBuiltin(String module) {
        return module.equals("builtins") || module.equals("__builtin__");
    }
}
