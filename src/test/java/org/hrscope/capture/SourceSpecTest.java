package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceSpecTest {
    @TempDir private Path folder;

    @Test
    void whatAPersonTypesIsUnderstood() throws Exception {
        assertThat(SourceSpec.parse("demo")).isEqualTo(new SourceSpec.Demo());
        assertThat(SourceSpec.parse("0")).isEqualTo(new SourceSpec.Camera(0, CameraMode.USUAL));
        assertThat(SourceSpec.parse("camera:12"))
                .isEqualTo(new SourceSpec.Camera(12, CameraMode.USUAL));
        assertThat(SourceSpec.parse("HTTP://host:8080/video?x=1"))
                .isEqualTo(new SourceSpec.Stream(URI.create("HTTP://host:8080/video?x=1")));
        assertThat(SourceSpec.parse(folder.toString())).isEqualTo(new SourceSpec.Folder(folder));
    }

    @Test
    void fileAddressesAreFiles() throws Exception {
        for (String name :
                new String[] {"a b.png", "图片 ü.png", "50%20off.png", "a#b.png", "a%.png"}) {
            Path file = Files.writeString(folder.resolve(name), "x");
            SourceSpec wanted = new SourceSpec.Picture(file);
            // As programs write them, with everything escaped or only what must be; and as people
            // do.
            assertThat(SourceSpec.parse(file.toUri().toString())).isEqualTo(wanted);
            assertThat(SourceSpec.parse(file.toUri().toASCIIString())).isEqualTo(wanted);
            assertThat(SourceSpec.parse("FILE://localhost" + file.toUri().getRawPath()))
                    .isEqualTo(wanted);
            assertThat(SourceSpec.parse("file://" + file)).isEqualTo(wanted);
            assertThat(SourceSpec.parse("file:" + file)).isEqualTo(wanted);
        }
        assertThat(SourceSpec.parse(folder.toUri().toString()))
                .isEqualTo(new SourceSpec.Folder(folder));
    }

    @Test
    void streamsAreUnderstood() throws Exception {
        for (String text :
                new String[] {
                    "rtsp://user:word@10.0.0.7/live",
                    "RTSPS://host:8322/a?b=c",
                    "http://front_door:8080/video",
                    "http://[::1]:8080/video",
                    "https://host/图片"
                }) {
            assertThat(SourceSpec.parse(text)).isEqualTo(new SourceSpec.Stream(URI.create(text)));
        }
    }

    @Test
    void contentSaysMoreThanTheEnding() throws Exception {
        Path picture =
                Files.write(
                        folder.resolve("a.mp4"),
                        new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        assertThat(SourceSpec.parse(picture.toString())).isEqualTo(new SourceSpec.Picture(picture));
        Path video = Files.writeString(folder.resolve("b.png"), "\0\0\0 ftypisom\0\0\2\0");
        assertThat(SourceSpec.parse(video.toString())).isEqualTo(new SourceSpec.Video(video));
        Path text = Files.writeString(folder.resolve("c.jpg"), "some text that is no picture");
        assertThat(SourceSpec.parse(text.toString())).isEqualTo(new SourceSpec.Picture(text));
    }

    @Test
    void aCameraIsAskedForAMode() throws Exception {
        assertThat(SourceSpec.parse("0?fps=15"))
                .isEqualTo(new SourceSpec.Camera(0, new CameraMode(1280, 720, 15)));
        assertThat(SourceSpec.parse("camera:2?fps=24&size=800x600").text())
                .isEqualTo("camera:2?size=800x600&fps=24");
        assertThat(SourceSpec.parse("camera:2?").text()).isEqualTo("camera:2");
    }

    @Test
    void everySpecIsReadBackFromItsText() throws Exception {
        Path file = Files.writeString(folder.resolve("0.png"), "x");
        for (SourceSpec spec :
                new SourceSpec[] {
                    new SourceSpec.Demo(),
                    new SourceSpec.Camera(3, CameraMode.USUAL),
                    new SourceSpec.Camera(3, new CameraMode(1281, 719, 0)),
                    new SourceSpec.Camera(0, new CameraMode(1280, 720, 25)),
                    new SourceSpec.Stream(URI.create("https://host/a%20b")),
                    new SourceSpec.Folder(folder),
                    new SourceSpec.Picture(file)
                }) {
            assertThat(SourceSpec.parse(spec.text())).isEqualTo(spec);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "' ', file.missing",
        "none.png, file.missing",
        "camera:x, camera.number",
        "camera:99999999999, camera.number",
        "camera:-1, camera.number",
        "camera:, camera.number",
        "camera:0?size=640, camera.mode",
        "camera:0?size=0x480, camera.mode",
        "camera:0?size=640x480&fps=5000, camera.mode",
        "camera:0?fps=-1, camera.mode",
        "0?speed=3, camera.mode",
        "camera:0?size=640x480&, camera.mode",
        "http://, stream.address",
        "http://a b/, stream.address",
        "http://host:99999/, stream.address",
        "http://host:x/, stream.address",
        "rtsp:///live, stream.address",
        "ftp://host/clip.mp4, stream.kind",
        "srt://host:9000, stream.kind",
        "concat://a.png, stream.kind",
        "file:///no/such/file.png, file.missing"
    })
    void nonsenseIsRefused(String text, String key) {
        assertProblem(text, key);
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws Exception {
        assertProblem(
                Files.writeString(folder.resolve("notes.txt"), "notes").toString(), "file.kind");
        assertProblem(Files.createFile(folder.resolve("empty.mp4")).toString(), "file.empty");
    }

    private static void assertProblem(String text, String key) {
        assertThatThrownBy(() -> SourceSpec.parse(text))
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> assertThat(p.key()).isEqualTo(key))
                .satisfies(p ->
                        assertThat(p.getMessage()).contains(text.replaceFirst("^file://", "")));
    }
}
