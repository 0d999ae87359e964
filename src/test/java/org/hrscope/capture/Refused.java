package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import org.hrscope.domain.Problem;

/// Sources that must not open.
final class Refused {
    interface Opening {
        FrameSource open() throws Problem;
    }

    private Refused() {}

    /// With this problem, which names the file.
    static void with(String key, Path file, Opening opening) {
        assertThatThrownBy(() -> opening.open().close())
                .asInstanceOf(type(Problem.class))
                .satisfies(p -> assertThat(p.key()).isEqualTo(key))
                .satisfies(p -> assertThat(p.getMessage()).contains(file.toString()));
    }
}
