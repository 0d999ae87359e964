package org.hrscope.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedInputsTest {
    @TempDir Path folder;

    private Path picture;
    private NamedInputs inputs;

    @BeforeEach
    void onePicture() throws Exception {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        picture = Files.writeString(pictures.resolve("x.png"), "picture");
        inputs = new NamedInputs(List.of(picture, folder.resolve("missing.onnx")));
    }

    private void refused(Path output) {
        assertThatThrownBy(() -> inputs.refuse(output))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(output.toString())
                .hasMessageContaining(picture.toString());
    }

    @Test
    void anInputIsRefusedHoweverItIsSpelt() throws Exception {
        refused(picture);
        refused(folder.resolve("./pictures/../pictures/x.png"));
        refused(Files.createSymbolicLink(folder.resolve("soft"), picture));
        refused(Files.createSymbolicLink(folder.resolve("softer"), folder.resolve("soft")));
        refused(Files.createLink(folder.resolve("hard"), picture));
        Path link = Files.createSymbolicLink(folder.resolve("dir"), picture.getParent());
        refused(link.resolve("x.png"));
        if (Files.exists(picture.resolveSibling("X.PNG"))) {
            refused(picture.resolveSibling("X.PNG"));
        }
    }

    @Test
    void everythingElseMayBeWritten() throws Exception {
        inputs.refuse(picture.resolveSibling("y.png"));
        inputs.refuse(Files.copy(picture, folder.resolve("x.png")));
        inputs.refuse(folder.resolve("missing.onnx"));
        inputs.refuse(folder.resolve("nowhere/x.png"));
        inputs.refuse(folder);
    }

    @Test
    void moreOfThemAreLookedForOnceAndOnlyWhereSomethingIsThere() throws Exception {
        int[] asked = {0};
        Path data = Files.createFile(folder.resolve("weights.data"));
        NamedInputs more =
                new NamedInputs(
                        List.of(picture),
                        () -> {
                            asked[0]++;
                            return List.of(data);
                        });
        more.refuse(folder.resolve("new.json"));
        assertThat(asked[0]).isZero();
        assertThatThrownBy(() -> more.refuse(data)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> more.refuse(data)).isInstanceOf(Problem.class);
        assertThat(asked[0]).isEqualTo(1);
    }
}
