package org.hrscope.ui.network;

import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import org.hrscope.domain.Skeleton;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.lab.PeakSlices;
import org.hrscope.ui.lab.SharesViewModel;
import org.hrscope.ui.selection.Selection;

/// The shares of the selected joint's peak on the map, with the sentence that sums them up. It asks for them only while
/// the map shows the pose network and no sweep. FX thread.
final class Ribbon extends Label {
    private final NetworkViewModel model;
    private final MapCanvas view;
    private final SharesViewModel shares;
    private final Texts texts;

    /// @param requests requests values by name, read in place on another thread; no names to stop
    Ribbon(
            NetworkViewModel model,
            MapCanvas view,
            BiConsumer<Set<String>, Glance> requests,
            Texts texts) {
        this.model = model;
        this.view = view;
        this.texts = texts;
        Lab lab = model.lab();
        Selection selection = model.selection();
        shares = new SharesViewModel(requests, selection, lab.networkProperty());
        getStyleClass().add("ribbon-sentence");
        setMouseTransparent(true);
        setWrapText(true);
        visibleProperty().bind(textProperty().isNotEmpty());
        Changes.of(this::show, shares.peakProperty(), shares.activeProperty());
        Changes.of(this::show, selection.jointProperty(), texts.languageProperty());
    }

    /// Once per pulse.
    ///
    /// @param open whether the map is visible
    void pulse(boolean open) {
        Lab lab = model.lab();
        boolean swept =
                lab.sweep().onMapProperty().get()
                        && lab.sweep().job().resultProperty().get() != null;
        boolean asked = model.selection().jointProperty().get() != Selection.NONE;
        shares.activeProperty().set(open && asked && !swept && model.cuttable());
        shares.pulse();
    }

    private void show() {
        OpenedNetwork open = model.networkProperty().get();
        PeakSlices peak = PeakSlices.of(shares.peakProperty().get(), texts);
        boolean current = peak.joint() == model.selection().jointProperty().get();
        if (open == null || !shares.activeProperty().get() || !current) peak = PeakSlices.NONE;
        Skeleton skeleton = open == null ? null : open.file().info().skeleton();
        setText(skeleton == null ? "" : peak.sentence(skeleton, texts));
        view.show(peak);
    }
}
