package org.hrscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import org.hrscope.domain.Problem;
import org.hrscope.natives.NativeLibraries;
import org.hrscope.pixels.OpenCv;

/// Makes JavaCPP unpack FFmpeg's libraries beside OpenCV's. Its default is a folder in the home directory even on a
/// noexec disk, or a temporary folder that anyone may have planted.
final class FfmpegFolder {
    private static final String FOLDER = "org.bytedeco.javacpp.cachedir";
    private static final String VERSION = "/META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    private FfmpegFolder() {}

    /// Call before FFmpeg is first used in the process.
    ///
    /// @return the folder of OpenCV's libraries
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
            // Then all versions share one folder; JavaCPP tells them apart.
        }
        return lines.getProperty("version", "any");
    }
}
