package org.hrscope.ui.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.ModelFile;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Dissected;
import org.jspecify.annotations.Nullable;

/// One button for each published size that a network can be shown at. FX thread.
public final class GrownSizes extends FlowPane {
    private static final double GAP = 8;
    private static final List<Integer> WIDTHS = List.of(32, 48);

    private final List<Button> buttons = new ArrayList<>();
    private @Nullable ModelFile file;

    /// @param grow takes the network, null for the bundled one, and the width
    GrownSizes(Texts texts, BiConsumer<@Nullable ModelFile, Integer> grow) {
        super(GAP, GAP);
        getStyleClass().add("button-row");
        setAlignment(Pos.CENTER_LEFT);
        for (int width : WIDTHS) {
            Runnable show = () -> grow.accept(file, width);
            Button button = new TextButton(texts, "grown.show." + width, show);
            button.managedProperty().bind(button.visibleProperty());
            Tooltip why = new Tooltip();
            why.textProperty().bind(texts.of("grown.why"));
            button.setTooltip(why);
            buttons.add(button);
        }
        getChildren().addAll(buttons);
    }

    /// Shows the sizes that are larger than the network in use.
    void follow(ObservableValue<@Nullable Dissected> network) {
        Changes.now(
                () -> {
                    Dissected now = network.getValue();
                    file = now == null ? null : now.file();
                    for (int i = 0; i < WIDTHS.size(); i++) {
                        boolean larger =
                                now != null
                                        && isLarger(WIDTHS.get(i), now.net().map(n -> n.spec()));
                        buttons.get(i).setVisible(larger);
                    }
                },
                network);
    }

    /// The published widths that a network of this size can be shown at.
    static List<Integer> larger(Optional<HrNetSpec> spec) {
        return WIDTHS.stream().filter(width -> isLarger(width, spec)).toList();
    }

    private static boolean isLarger(int width, Optional<HrNetSpec> spec) {
        HrNetSpec sizes = HrNetSpec.published(Version.V1, width, 0);
        return spec.filter(s -> s.fitsInto(sizes))
                .filter(s -> s.width() < width || !s.stages().equals(sizes.stages()))
                .isPresent();
    }
}
