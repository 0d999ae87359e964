package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ThemeTest {
    private final Theme theme = new Theme();

    @Test
    void rootsFollowTheTheme() {
        VBox root = new VBox();
        theme.style(root);
        PseudoClass dark = PseudoClass.getPseudoClass("dark");
        assertThat(root.getPseudoClassStates()).contains(dark);
        theme.darkProperty().set(false);
        assertThat(root.getPseudoClassStates()).doesNotContain(dark);
    }

    /// A dialog is made anew each time it is asked for.
    @Test
    void rootsThatNobodyShowsAreLetGo() throws InterruptedException {
        WeakReference<VBox> gone = styled();
        while (gone.get() != null) {
            System.gc();
            Thread.sleep(10);
        }
        theme.darkProperty().set(false);
        assertThat(gone.get()).isNull();
    }

    private WeakReference<VBox> styled() {
        VBox root = new VBox();
        theme.style(root);
        return new WeakReference<>(root);
    }
}
