package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.text.Text;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class LongNameTest {
    @Test
    void anyLineEndsWithAPartOfTheName() {
        String name = LongName.of("td-hm_hrnet-w32_coarsedropout-8xb64-210e_coco-256x192");
        FxToolkit.run(() -> {
            Text text = new Text(name);
            double whole = text.getLayoutBounds().getWidth();
            double line = text.getLayoutBounds().getHeight();
            text.setWrappingWidth(whole * 0.9);
            assertThat(text.getLayoutBounds().getHeight()).isGreaterThan(1.5 * line);
            double second = text.getLayoutBounds().getMinY() + 1.5 * line;
            int begins = text.hitTest(new Point2D(0, second)).getCharIndex();
            assertThat(name.substring(begins)).isEqualTo("coco-256x192");
        });
    }
}
