package org.hrscope.ui.opening;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.hrscope.people.People;
import org.hrscope.people.Person;

/// Decides when to offer a larger network: once ever, after the bundled one has been unsure of most people for five
/// seconds.
/// FX thread.
public final class LargerNetworkOffer {
    private static final long PATIENCE = 5_000_000_000L;

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final Runnable download;
    private boolean made;
    private boolean unsure;
    private long since;

    /// @param made     whether it was made in an earlier session
    /// @param download opens the library and downloads it
    public LargerNetworkOffer(boolean made, Runnable download) {
        this.download = download;
        this.made = made;
    }

    public boolean made() {
        return made;
    }

    /// Whether the offer is showing.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public void accept() {
        decline();
        download.run();
    }

    public void decline() {
        open.set(false);
    }

    /// Call regularly.
    ///
    /// @param people on stage now
    /// @param fair whether the bundled network sees real images
    /// @param now  nanoseconds
    public void pulse(People people, boolean fair, long now) {
        if (!fair) open.set(false);
        if (made) return;
        long uncertain = people.all().stream().filter(Person::uncertain).count();
        boolean before = unsure;
        unsure = fair && 2 * uncertain > people.size();
        if (!before) since = now;
        if (!unsure || now - since < PATIENCE) return;
        made = true;
        open.set(true);
    }
}
