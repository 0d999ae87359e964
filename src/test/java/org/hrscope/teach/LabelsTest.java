package org.hrscope.teach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people write by hand, or another program wrote.
class LabelsTest {
    @TempDir Path folder;

    private Path written(String json) throws IOException {
        return Files.writeString(folder.resolve("labels.json"), json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "teach.not-clicks | ['a', null] | {}",
                "teach.not-clicks | [null] | {}",
                "teach.click | ['a'] | {'file': 'x\\u0000.png', 'joint': 'a', 'x': 1, 'y': 1}",
                "teach.click | ['a'] | {'file': '', 'joint': 'a', 'x': 1, 'y': 1}",
                "teach.click | ['a'] | {'file': 'x', 'joint': 'a', 'x': 1e999, 'y': 1}",
                "teach.click | ['a'] | {'file': 'x', 'joint': 'a', 'x': 1, 'y': 1, 'bbox': [0, 0, 1e300, 1e300]}",
                "teach.click | ['a'] | {'file': 'x', 'joint': 'a', 'x': 1, 'y': 1, 'bbox': [0, 0, 1e-300, 1e-300]}",
                "teach.click | ['a'] | {'file': 'x', 'joint': 'a', 'x': 1, 'y': 1, 'bbox': [0, 0, -3, 5]}",
                "teach.unlisted | ['a'] | {'file': 'x', 'joint': 'b', 'x': 1, 'y': 1}",
            })
    void aBrokenClickIsTold(String key, String joints, String click) throws IOException {
        Path file = written("{'joints': %s, 'clicks': [%s]}".formatted(joints, click));
        Problem told = catchThrowableOfType(Problem.class, () -> Labels.clicks(file));
        assertThat(told.key()).isEqualTo(key);
    }

    @Test
    void aJointNamedTwiceIsOneJoint() throws Exception {
        Path file =
                written(
                        "{'joints': ['a', 'a'], 'clicks': [{'file': 'x', 'joint': 'a', 'x': 1, 'y': 1}]}");
        assertThat(Labels.clicks(file).joints()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x.png | ['q'] | [null, 1, 2]",
                "x.png | [null, 'q'] | [1, 1, 2]",
                "x\\u0000.png | ['q'] | [1, 1, 2]",
                "x.png | [] | [1, 1, 2]",
            })
    void whatCannotBeReadOfACocoFileIsNoLabel(String image, String joints, String keypoints)
            throws IOException {
        Path file =
                written(
                        """
                        {'images': [{'id': 'u1', 'file_name': '%s'}],
                         'categories': [{'id': 1, 'keypoints': %s}],
                         'annotations': [{'image_id': 'u1', 'category_id': 1, 'bbox': [0, 0, 9, 9],
                                          'keypoints': %s}]}
                        """
                                .formatted(image, joints, keypoints));
        Problem told = catchThrowableOfType(Problem.class, () -> Labels.coco(file, folder));
        assertThat(told.key()).isEqualTo("teach.no-keypoints");
    }
}
