package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The keyboard goes through the window part by part.
@ExtendWith(FxToolkit.class)
class WindowPartsTest {
    @Test
    void eachPartWithAControlIsAStop() {
        FxToolkit.run(() -> {
            Button bar = new Button("bar");
            Button stage = new Button("stage");
            Button second = new Button("second");
            Button zoom = new Button("zoom");
            Pane map = new Pane();
            map.getStyleClass().add("takes-keys");
            map.setFocusTraversable(true);
            map.setMinSize(50, 50);
            HBox inspector = new HBox(new Label("nothing to press"));
            SplitPane row = new SplitPane(new HBox(stage, second), inspector);
            BorderPane window = new BorderPane(new SplitPane(row, new HBox(zoom, map)));
            window.setTop(new HBox(bar));
            Scene scene = new Scene(window, 600, 400);
            window.applyCss();
            window.layout();
            WindowParts parts = new WindowParts(window);
            bar.requestFocus();
            parts.go(1);
            assertThat(scene.getFocusOwner()).isSameAs(stage);
            second.requestFocus();
            parts.go(1);
            assertThat(scene.getFocusOwner()).as("not its first button").isSameAs(map);
            parts.go(1);
            assertThat(scene.getFocusOwner()).isSameAs(bar);
            parts.go(-1);
            assertThat(scene.getFocusOwner()).isSameAs(map);
            parts.go(-1);
            assertThat(scene.getFocusOwner()).isSameAs(stage);
        });
    }
}
