import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// Adds the folder of `hrscope.cmd` to the PATH of the user who installs the .msi, and removes it on uninstall.
/// jpackage has no option for this, but uses WiX sources from --resource-dir; so this JDK's own source is used with
/// one more component. Per-user, as the package is.
final class WindowsPath {
    private static final String SOURCE = "jrt:/jdk.jpackage/jdk/jpackage/internal/resources/main.wxs";
    private static final String PLACE = "<ComponentGroupRef Id=\"Files\"/>";

    private static final String COMPONENT =
            """

                  <Component Id="HRScopePath" Directory="TARGETDIR" Guid="8f0d2f0e-6f0c-4a0e-9c53-0d8b0a6f3c7a">
                    <RegistryValue Root="HKCU" Key="Software\\HRScope" Name="path" Type="integer" Value="1" KeyPath="yes"/>
                    <Environment Id="HRScopePath" Name="PATH" Value="[INSTALLDIR]app\\bin" Part="last" Action="set"
                        System="no" Permanent="no"/>
                  </Component>""";

    private WindowsPath() {}

    static Path resources(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("main.wxs"), with(Files.readString(Path.of(URI.create(SOURCE)))));
        return folder;
    }

    static String with(String source) throws IOException {
        if (!source.contains(PLACE)) throw new IOException("jpackage's WiX source is another than was known: " + source);
        return source.replace(PLACE, PLACE + COMPONENT);
    }
}
