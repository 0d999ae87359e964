package org.hrscope.ui.library;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hrscope.library.CatalogueEntry;

/// One network of the library and its state. FX thread.
public final class LibraryRow {
    /// The one to begin with: accurate, and no slower or larger than most.
    static final String RECOMMENDED = "td-hm_hrnet-w32_udp-8xb64-210e_coco-256x192";

    private final CatalogueEntry entry;
    private final ReadOnlyObjectWrapper<EntryState> state =
            new ReadOnlyObjectWrapper<>(new EntryState.Absent(0, false));
    private final ReadOnlyObjectWrapper<Boolean> inUse = new ReadOnlyObjectWrapper<>(false);

    LibraryRow(CatalogueEntry entry) {
        this.entry = entry;
    }

    public CatalogueEntry entry() {
        return entry;
    }

    public ReadOnlyObjectProperty<EntryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The one to begin with: accurate, and no slower or larger than most.
    boolean recommended() {
        return entry.id().equals(RECOMMENDED);
    }

    public EntryState state() {
        return state.get();
    }

    void set(EntryState now) {
        state.set(now);
    }

    /// Whether this network is in use.
    public ReadOnlyObjectProperty<Boolean> inUseProperty() {
        return inUse.getReadOnlyProperty();
    }

    void inUse(boolean now) {
        inUse.set(now);
    }

    boolean isHere() {
        return state() instanceof EntryState.Ready;
    }

    boolean isBusy() {
        return actions().contains(Action.CANCEL) || state() instanceof EntryState.Verifying;
    }

    /// The currently possible actions.
    public Set<Action> actions() {
        return actions(state());
    }

    private Set<Action> actions(EntryState now) {
        EnumSet<Action> actions = EnumSet.noneOf(Action.class);
        switch (now) {
            case EntryState.Absent(long begun, boolean fetched) -> {
                if (fetched || entry.url() != null) actions.add(Action.DOWNLOAD);
                else actions.add(Action.CHOOSE);
                if (fetched || begun > 0) actions.add(Action.REMOVE);
            }
            case EntryState.Waiting() -> actions.add(Action.CANCEL);
            case EntryState.Downloading downloading -> actions.add(Action.CANCEL);
            case EntryState.Preparing() -> actions.add(Action.CANCEL);
            case EntryState.Verifying() -> {}
            case EntryState.Ready(boolean checkable, boolean checked) -> {
                if (!inUse.get()) actions.add(Action.USE);
                if (checkable) actions.add(Action.VERIFY);
                actions.add(Action.REMOVE);
            }
            case EntryState.Failed(var problem, EntryState rest) -> {
                actions.addAll(actions(rest));
                actions.remove(Action.USE);
            }
        }
        return actions;
    }
}
