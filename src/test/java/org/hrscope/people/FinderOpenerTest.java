package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hrscope.Shared;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinderOpenerTest {
    @TempDir Path folder;

    private static HrNetSpec tiny(int outputs) {
        return new HrNetSpec(
                Version.V1,
                4,
                outputs,
                1,
                1,
                List.of(new Stage(1, 1), new Stage(1, 1), new Stage(1, 1)));
    }

    private static Problem refusal(Path file) {
        return catchThrowableOfType(Problem.class, () -> new FinderOpener().open(file).close());
    }

    @Test
    void aFileOfItsOwn() throws Problem {
        Path file = RandomNetwork.write(tiny(5), 64, 96, folder.resolve("mine.onnx"));
        try (PersonFinder finder = new FinderOpener().open(file);
                Frame frame = Pictures.plain(31, 77, 0xff336699)) {
            assertThat(finder.name()).isEqualTo("mine");
            assertThat(finder.find(frame)).hasSizeLessThanOrEqualTo(PersonFinder.MOST);
        }
    }

    @Test
    void yolox() throws Problem {
        try (PersonFinder finder =
                        new FinderOpener().open(Shared.file("models/yolox_nano_416.onnx"));
                Frame frame = Pictures.read(Shared.file("images/000000000785.jpg"))) {
            List<FoundPerson> found = finder.find(frame);
            // The annotated box of the single skier is 280, 44, 218, 346.
            assertThat(
                            found.getFirst()
                                    .box()
                                    .overlap(new org.hrscope.domain.BoundingBox(280, 44, 218, 346)))
                    .isGreaterThan(0.8);
            assertThat(found.getFirst().score()).isGreaterThan(0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 17})
    void anHrNetOfOtherOutputs(int outputs) throws IOException {
        Path file = RandomNetwork.write(tiny(outputs), 64, 64, folder.resolve("other.onnx"));
        Problem problem = refusal(file);
        assertThat(problem.key()).isEqualTo("finder.notOne");
        assertThat(problem)
                .hasMessageContaining("other.onnx")
                .hasMessageContaining("[1, " + outputs + ", 16, 16]");
        assertThat(problem.message(Locale.SIMPLIFIED_CHINESE)).contains("other.onnx");
        Files.delete(file); // not held open
    }

    /// It has a finder's shapes, but its metadata names joints.
    @Test
    void aPoseNetworkOfFiveJoints() throws IOException {
        Path file = RandomNetwork.write(tiny(5), 64, 64, folder.resolve("hand.onnx"));
        StringStringEntryProto names =
                StringStringEntryProto.newBuilder()
                        .setKey("joint_names")
                        .setValue("thumb,index,middle,ring,little")
                        .build();
        byte[] named =
                ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder()
                        .addMetadataProps(names)
                        .build()
                        .toByteArray();
        Files.write(file, named);
        assertThat(refusal(file).key()).isEqualTo("finder.notOne");
    }

    @Test
    void theBundledPoseNetwork() {
        assertThat(refusal(Path.of("models/hrnet_w16_coco17_256x192.onnx")).key())
                .isEqualTo("finder.notOne");
    }

    @Test
    void whatIsNoNetwork() throws IOException {
        assertThat(refusal(folder.resolve("none.onnx")).key()).isEqualTo("file.missing");
        assertThat(refusal(folder).key()).isEqualTo("file.isFolder");
        Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
        assertThat(refusal(text).key()).isEqualTo("model.notOnnx");
        Path empty = Files.createFile(folder.resolve("empty.onnx"));
        assertThat(refusal(empty).key()).isEqualTo("model.notOnnx");
        Path half = folder.resolve("half.onnx");
        byte[] whole = Files.readAllBytes(Path.of("models/person_finder_320.onnx"));
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal(half).key()).isEqualTo("model.notOnnx");
    }

    /// Images of any shape can be searched, and boxes are finite.
    @ParameterizedTest
    @CsvSource({"1,1", "5000,8", "8,5000", "2,3", "333,77"})
    void picturesOfAnyShape(int width, int height) throws Problem {
        try (PersonFinder finder = new FinderOpener().bundled();
                Frame frame =
                        Pictures.painted(
                                width,
                                height,
                                (x, y) -> 0xff000000 | (x * 7 + y * 13) * 0x010305)) {
            for (FoundPerson found : finder.find(frame)) {
                assertThat(Boxes.finite(found.box())).isTrue();
                assertThat(found.score()).isBetween(0.08, 1.0);
            }
        }
    }

    /// One finder, alternating image sizes: nothing of one image leaks into the next.
    @Test
    void picturesDoNotMix() throws Problem {
        try (PersonFinder finder = new FinderOpener().bundled();
                Frame wide = Pictures.painted(400, 100, (x, y) -> 0xff000000 | x * y * 0x010204);
                Frame tall = Pictures.plain(60, 300, 0xffffffff)) {
            List<FoundPerson> first = finder.find(wide);
            finder.find(tall);
            assertThat(finder.find(wide)).isEqualTo(first);
        }
    }
}
