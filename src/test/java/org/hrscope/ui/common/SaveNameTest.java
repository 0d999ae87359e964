package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a person who answers from a list, and cancels at its end.
class SaveNameTest {
    private static final SaveName.Kind BVH = new SaveName.Kind("BVH", ".bvh");
    private static final SaveName.Kind JSON = new SaveName.Kind("JSON", ".json");

    private final List<Path> proposed = new ArrayList<>();

    @TempDir Path folder;

    private @Nullable Path chosen(SaveName.Kind kind, String... names) {
        Deque<String> answers = new ArrayDeque<>(List.of(names));
        return SaveName.chosen(
                List.of(BVH, JSON),
                path -> {
                    proposed.add(path);
                    String name = answers.poll();
                    return name == null ? null : new SaveName.Answer(folder.resolve(name), kind);
                });
    }

    @Test
    void theEndingOfTheChosenKindIsAddedWhereNoneIs() {
        assertThat(chosen(JSON, "dance")).isEqualTo(folder.resolve("dance.json"));
        assertThat(chosen(BVH, "dance.v2")).isEqualTo(folder.resolve("dance.v2.bvh"));
        assertThat(chosen(BVH, "dance.JSON")).isEqualTo(folder.resolve("dance.JSON"));
        assertThat(chosen(BVH)).isNull();
    }

    @Test
    void noFileIsReplacedUnasked() throws IOException {
        Files.writeString(folder.resolve("dance.bvh"), "kept");
        assertThat(chosen(BVH, "dance")).as("cancelled when asked").isNull();
        assertThat(proposed).containsExactly(null, folder.resolve("dance.bvh"));
        // The dialog itself has asked about a name that is whole.
        assertThat(chosen(BVH, "dance", "dance.bvh")).isEqualTo(folder.resolve("dance.bvh"));
        assertThat(chosen(BVH, "dance", "other")).isEqualTo(folder.resolve("other.bvh"));
    }
}
