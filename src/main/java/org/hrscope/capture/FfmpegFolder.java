package org.hrscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import org.hrscope.domain.Problem;
import org.hrscope.natives.NativeLibraries;
import org.hrscope.pixels.OpenCv;

/// Where JavaCPP unpacks FFmpeg's libraries: beside OpenCV's. Its own choice is a folder of the home, whether or not its
/// disk runs programs, else one in the temporary folder that anybody may have put there.
final class FfmpegFolder {
    private static final String FOLDER = "org.bytedeco.javacpp.cachedir";
    private static final String VERSION = "/META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    private FfmpegFolder() {}

    /// Before the first use of FFmpeg in a process.
    ///
    /// @return where OpenCV's libraries lie
    /// @throws Problem `natives.nowhere`
    static Path choose() throws Problem {
        Path openCv = OpenCv.need();
        if (System.getProperty(FOLDER) == null) {
            Path folder = NativeLibraries.beside(openCv, "ffmpeg", version());
            if (folder != null) System.setProperty(FOLDER, folder.toString());
        }
        return openCv;
    }

    private static String version() {
        Properties lines = new Properties();
        try (InputStream in = FfmpegFolder.class.getResourceAsStream(VERSION)) {
            if (in != null) lines.load(in);
        } catch (IOException e) {
            // One folder for all versions then; JavaCPP tells them apart.
        }
        return lines.getProperty("version", "any");
    }
}
