package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.ref.WeakReference;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.controlsfx.control.PopOver;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(FxToolkit.class)
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

    /// Else a lesson that fits the window in Latin letters would not on a Chinese system.
    @Test
    void linesThatAFontSpacesItselfGetNoSpaceOnTop() {
        FxToolkit.run(() -> {
            Label words = new Label("words");
            words.getStyleClass().add("md-paragraph");
            VBox root = new VBox(words);
            theme.style(root);
            new Scene(root);
            PseudoClass roomy = PseudoClass.getPseudoClass("roomy");
            root.pseudoClassStateChanged(roomy, false);
            root.applyCss();
            assertThat(words.getLineSpacing()).isEqualTo(4);
            root.pseudoClassStateChanged(roomy, true);
            root.applyCss();
            assertThat(words.getLineSpacing()).isZero();
        });
    }

    @Test
    void aFontIsRoomyByTheHeightOfItsLines() {
        assumeThat(Font.font("DejaVu Sans").getFamily()).isEqualTo("DejaVu Sans");
        assumeThat(Font.font("Noto Sans CJK SC").getFamily()).isEqualTo("Noto Sans CJK SC");
        assertThat(Theme.roomy(Font.font("DejaVu Sans", 13))).isFalse();
        assertThat(Theme.roomy(Font.font("Noto Sans CJK SC", 13))).isTrue();
    }

    private WeakReference<VBox> styled() {
        VBox root = new VBox();
        theme.style(root);
        return new WeakReference<>(root);
    }

    @Test
    void aPopOverHasTheColoursOfTheThemeWhileItShows() {
        FxToolkit.run(() -> {
            Theme theme = new Theme();
            Stage window = new Stage();
            window.setScene(new Scene(new StackPane(), 300, 200));
            window.show();
            Label words = new Label("words");
            PopOver popOver = new PopOver(words);
            popOver.setAnimated(false);
            Theme.opaque(popOver);
            theme.style(popOver);
            popOver.show(window, 10, 10);
            popOver.getRoot().applyCss();
            assertThat(words.getTextFill()).isEqualTo(Color.web("#e7eaf0"));
            assertThat(popOver.getScene().getFill()).isEqualTo(Color.web("#1b1f26"));
            theme.darkProperty().set(false);
            popOver.getRoot().applyCss();
            assertThat(words.getTextFill()).isEqualTo(Color.web("#1b2330"));
            assertThat(popOver.getScene().getFill()).isEqualTo(Color.web("#ffffff"));
            popOver.hide();
            window.hide();
        });
    }
}
