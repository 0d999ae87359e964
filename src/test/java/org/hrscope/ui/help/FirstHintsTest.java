package org.hrscope.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.help.FirstHints.Hint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class FirstHintsTest {
    private final List<String> asked = new ArrayList<>();

    private FirstHints hints(boolean seen) {
        Shell shell = new Shell(new Texts(), new Theme(), new Jobs(Runnable::run, Runnable::run));
        return new FirstHints(shell, List.of(hint("map"), hint("lessons")), List::of, seen);
    }

    /// Points at something that is in no window.
    private Hint hint(String key) {
        return new Hint(key, () -> nothing(key), List::of);
    }

    private @Nullable Node nothing(String key) {
        asked.add(key);
        return null;
    }

    @Test
    void theyComeOnceByThemselvesAndAgainWhenAskedFor() {
        FxToolkit.run(() -> {
            hints(true).first();
            assertThat(asked).isEmpty();
            FirstHints fresh = hints(false);
            assertThat(fresh.seen()).isFalse();
            fresh.first();
            assertThat(asked).as("what is not there is skipped").containsExactly("map", "lessons");
            assertThat(fresh.seen()).isTrue();
            fresh.first();
            assertThat(asked).hasSize(2);
            fresh.show();
            assertThat(asked).hasSize(4);
            assertThat(fresh.close()).as("nothing is open").isFalse();
        });
    }
}
