package org.hrscope.ui.player;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.hrscope.domain.Decoder;
import org.hrscope.ui.common.Chip;
import org.hrscope.ui.common.RadioItems;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// How joints are decoded from heatmaps, and a menu of the other ways and the flip test. FX thread.
public final class DecoderChip extends Chip {
    public DecoderChip(LiveViewModel live, Shell shell) {
        Texts texts = shell.texts();
        super(
                MaterialDesignT.TARGET,
                texts.ofConstant("decoder.", live.decoderProperty()),
                live.decoderProperty().map(decoder -> ""));
        shell.controls().named(this, texts.of("estimate.decoder", fullProperty()));
        getItems()
                .addAll(
                        RadioItems.of(
                                texts,
                                "decoder.",
                                List.of(Decoder.values()),
                                live.decoderProperty()));
        CheckMenuItem flip = new CheckMenuItem();
        flip.textProperty().bind(texts.of("estimate.flip"));
        flip.selectedProperty().bindBidirectional(live.flipProperty());
        getItems().addAll(new SeparatorMenuItem(), flip);
    }
}
