package org.hrscope.ui.opening;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.hrscope.hrnet.HrNet;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Scrolled;
import org.hrscope.ui.common.TextItem;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Dissected;
import org.hrscope.ui.lab.Rival;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Which network to compare with, and how far apart the two are. FX thread.
public final class RivalPane extends VBox {
    private static final double TALL = 230;

    private final RivalOpener opener;
    private final Rival rival;
    private final ObservableValue<@Nullable Dissected> network;
    private final Texts texts;
    private final MenuButton menu = new MenuButton();

    /// @param network the one in use; null until it is read
    /// @param table   distances, joint by joint
    public RivalPane(
            RivalOpener opener,
            Rival rival,
            ObservableValue<@Nullable Dissected> network,
            javafx.scene.layout.Region table,
            Texts texts) {
        this.opener = opener;
        this.rival = rival;
        this.network = network;
        this.texts = texts;
        getStyleClass().add("button-row");
        menu.setGraphic(new FontIcon(MaterialDesignC.COMPARE));
        menu.textProperty()
                .bind(
                        texts.of(
                                () -> {
                                    Rival.Network other = rival.networkProperty().get();
                                    return other == null
                                            ? texts.get("rival.choose")
                                            : texts.get("rival.with", other.name(texts));
                                },
                                rival.networkProperty()));
        menu.setMnemonicParsing(false);
        menu.getStyleClass().add("rival-menu");
        menu.setMaxWidth(Double.MAX_VALUE);
        menu.setOnShowing(event -> {
            fill(List.of());
            opener.kept(this::fill);
        });
        fill(List.of());
        table.setPrefHeight(TALL);
        table.setMinHeight(TALL);
        Presence.when(rival.networkProperty().isNotNull(), table);
        getChildren().addAll(menu, (Node) table);
        rival.networkProperty()
                .subscribe((before, _) -> {
                    if (before == null) Scrolled.to(this, 0);
                });
    }

    private void fill(List<Path> kept) {
        var items = menu.getItems();
        items.clear();
        Dissected used = network.getValue();
        Optional<HrNet> net = used == null ? Optional.empty() : used.net();
        if (used != null && net.isPresent()) {
            items.add(
                    new TextItem(
                            texts.get("rival.untrained"),
                            () -> opener.twin(used.file(), net.get())));
            for (int width : GrownSizes.larger(net.map(HrNet::spec))) {
                items.add(
                        new TextItem(
                                texts.get("rival.grown", "W" + width),
                                () -> opener.grown(used.file(), width)));
            }
            items.add(new SeparatorMenuItem());
        }
        items.add(new TextItem(texts.get("model.bundled"), () -> opener.file(null)));
        for (Path file : kept) {
            String name = file.getFileName().toString().replaceFirst("\\.onnx$", "");
            items.add(new TextItem(name, () -> opener.file(file)));
        }
        items.add(new SeparatorMenuItem());
        items.add(new TextItem(texts.get("rival.open"), this::choose));
        if (rival.networkProperty().get() != null)
            items.add(new TextItem(texts.get("pair.end"), rival::end));
    }

    private void choose() {
        new FileDialog(getScene().getWindow(), texts.get("rival.open"))
                .kind("ONNX", "*.onnx")
                .open()
                .ifPresent(opener::file);
    }
}
