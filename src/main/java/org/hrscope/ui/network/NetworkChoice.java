package org.hrscope.ui.network;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// Which of the two networks the map shows. FX thread.
final class NetworkChoice extends SegmentedButton {
    /// @param finder whether it is the person finder
    NetworkChoice(BooleanProperty finder, Controls controls) {
        ToggleButton pose = controls.toggle(MaterialDesignH.HUMAN, "network.pose");
        ToggleButton people = controls.toggle(MaterialDesignA.ACCOUNT_SEARCH, "network.finder");
        super(pose, people);
        setToggleGroup(new ToggleGroup());
        pose.setOnAction(event -> finder.set(false));
        people.setOnAction(event -> finder.set(true));
        Runnable follow =
                () -> {
                    pose.setSelected(!finder.get());
                    people.setSelected(finder.get());
                };
        pose.selectedProperty().addListener(changed -> follow.run());
        Changes.now(follow, finder);
    }
}
