import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The launcher configuration written by jpackage, for starting without its launcher.
///
/// @param options of the JVM, including the AOT cache
/// @param classes the class path
record Launch(List<String> options, List<String> classes) {
    static final String MAIN = "org.hrscope.Main";

    /// @param app   folder of the launcher's configuration
    /// @param place where the program's folder will be installed
    static Launch of(Path app, String name, String place) throws IOException {
        Launch launch = new Launch(new ArrayList<>(), new ArrayList<>());
        for (String line : Files.readAllLines(app.resolve(name + ".cfg"))) {
            String value = line.substring(line.indexOf('=') + 1).replace("$APPDIR", place);
            if (line.startsWith("app.classpath=")) launch.classes.add(value);
            if (line.startsWith("java-options=")) launch.options.add(value);
        }
        return launch;
    }

    String classPath() {
        return String.join(File.pathSeparator, classes);
    }
}
