package org.hrscope.ui.shell;

import java.util.Arrays;
import java.util.Optional;
import org.hrscope.bundle.SharedColours;
import org.hrscope.bundle.SharedPin;
import org.hrscope.bundle.SharedView;
import org.hrscope.domain.Frame;
import org.hrscope.motion.AngleName;
import org.hrscope.pixels.ChannelOrder;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.ColourScale.Range;
import org.hrscope.ui.inspector.Colouring;
import org.hrscope.ui.inspector.PinnedMap;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.PairView;

/// Restores a shared view once its frame is on stage. Names of another version are passed over. FX thread.
record ViewFromFile(ViewOnFile window) {

    void show(SharedView view) {
        LayersViewModel layers = window.models().look().layers();
        layers.restore(view.layers());
        layers.heatmapOpacityProperty().set(view.heatmapOpacity());
        layers.huesProperty().set(view.hues());
        layers.byPersonProperty().set(view.byPerson());
        layers.mirrorProperty().set(view.mirror());
        select(view);
        // After the joint, which the angle tool takes for a first click.
        layers.angleProperty().set(view.angle() == null ? null : new AngleName(view.angle()));
        if (view.colours() != null) colour(view.colours());
        if (view.pinned() != null) pin(view.pinned());
        window.inspector().overPictureProperty().set(view.over());
        String pair = view.pair();
        if (pair != null)
            named(PairView.values(), pair).ifPresent(window.stage().pair().viewProperty()::set);
        window.stage().showPart(view.part());
    }

    private void select(SharedView view) {
        Selection selection = window.models().selection();
        JointsViewModel joints = window.models().look().joints();
        int count = joints.skeletonProperty().get().size();
        selection.personProperty().set(view.person());
        joints.solo(view.solo() < count ? Math.max(Selection.NONE, view.solo()) : Selection.NONE);
        for (int joint = 0; joint < count; joint++) {
            joints.switchOn(joint, !view.hidden().contains(joint));
        }
        selection
                .jointProperty()
                .set(
                        view.joint() < count
                                ? Math.max(Selection.NONE, view.joint())
                                : Selection.NONE);
        String node = window.models().network().knows(view.node()) ? view.node() : null;
        selection.nodeProperty().set(node);
        selection.openedProperty().set(view.opened() && node != null);
        selection.channelProperty().set(view.channel());
    }

    private void pin(SharedPin pin) {
        var frame = new Frame.Origin(pin.source(), pin.frame(), pin.nanos());
        window.inspector()
                .pinnedProperty()
                .set(
                        new PinnedMap(
                                pin.model(),
                                pin.node(),
                                pin.channel(),
                                frame,
                                pin.person(),
                                pin.map()));
    }

    private void colour(SharedColours colours) {
        var inspector = window.inspector();
        Colouring now = inspector.colouringProperty().get();
        float fixed = (float) colours.fixed();
        inspector
                .colouringProperty()
                .set(
                        new Colouring(
                                named(ColorMap.values(), colours.map()).orElse(now.colours()),
                                named(Range.values(), colours.range()).orElse(now.range()),
                                fixed > 0 && Float.isFinite(fixed) ? fixed : now.fixed()));
        named(ChannelOrder.values(), colours.order()).ifPresent(inspector.orderProperty()::set);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }
}
