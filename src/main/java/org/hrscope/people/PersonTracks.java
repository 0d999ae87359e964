package org.hrscope.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;

/// Who is who from frame to frame. Says where the pose network is to look ([#looks]), takes what it saw there ([#saw]),
/// and now and then what a finder found ([#found]); runs no network itself. Everyone is followed by their own last pose
/// and how they move; a person out of sight is expected back for [#KEPT] frames; somebody new is confirmed by a second
/// sighting; two poses on one body are one. Frames may overlap: looks of the next may be asked for before the last was
/// seen. One thread.
public final class PersonTracks {
    /// So many people are followed at once.
    public static final int MOST = 20;

    /// For so many frames out of sight a person stays the same.
    public static final int KEPT = 30;

    private static final int SIGHTINGS = 2;

    /// Frames in which somebody seen once may be missed: the next one may have begun before they were.
    private static final int SECOND_CHANCE = 1;

    /// The mean of the six surest joints by which somebody goes on being followed: less than to be found, more than the
    /// 0.41 that the bundled network says of plain black.
    private static final double FOLLOWED = 0.5;

    /// The same by which somebody who was out of sight is back: their place may show anything by now.
    private static final double BACK = 0.62;

    /// Less alike than this, a pose is somebody else's.
    private static final double LEAST = 0.15;

    /// What it adds to the likeness that somebody was looked for in this place.
    private static final double OWN_PLACE = 0.1;

    /// Where two could be the one who is seen, it is rather the one who was seen a frame ago. Adds the same to all that a
    /// person could be: it changes who goes without, not who is who where everyone is seen.
    private static final double IN_SIGHT = 0.25;

    /// The finder's box of somebody who is followed anyway.
    private static final double KNOWN = 0.35;

    /// Each frame out of sight lets joints have moved so much further.
    private static final double LATITUDE = 0.1;

    /// After so many frames out of sight only every third is looked at.
    private static final int PATIENCE = 10;

    private final Likeness likeness;
    private final Candidates candidates = new Candidates();
    private final List<Track> tracks = new ArrayList<>();
    private int keys;
    private int identities;

    public PersonTracks(Skeleton skeleton) {
        likeness = new Likeness(skeleton);
    }

    /// Another picture or scene: everyone before is forgotten, and these are known at once, since nothing before speaks
    /// against them. Identities go on being counted.
    ///
    /// @param people the surest first; of more than [#MOST] the first
    /// @return in their order
    public List<TrackedPerson> newScene(List<Pose> people) {
        tracks.clear();
        candidates.clear();
        List<TrackedPerson> known = new ArrayList<>();
        for (int i = 0; i < Math.min(people.size(), MOST); i++) {
            Track track = new Track(++keys, people.get(i));
            track.confirm(++identities);
            tracks.add(track);
            known.add(new TrackedPerson(track.identity(), i, people.get(i)));
        }
        return known;
    }

    /// What the finder found on one of the last frames. Those who are followed anyway are left out; the others are looked
    /// at in the next frames.
    public void found(List<FoundPerson> found) {
        List<Track> seen = tracks.stream().filter(track -> track.missed() == 0).toList();
        double[][] overlaps = new double[found.size()][seen.size()];
        for (int f = 0; f < found.size(); f++) {
            for (int t = 0; t < seen.size(); t++) {
                overlaps[f][t] = Likeness.overlap(found.get(f).box(), seen.get(t).next());
            }
        }
        int[] known = Assignment.best(overlaps, KNOWN);
        List<FoundPerson> unknown = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            if (known[f] == Assignment.NOBODY) unknown.add(found.get(f));
        }
        candidates.found(unknown);
    }

    /// Where to look in the next frame, at most [#MOST] places: one for everyone expected in the picture, and some of what
    /// the finder found.
    ///
    /// @param width,height of the picture
    public List<Look> looks(int width, int height) {
        List<Look> looks = new ArrayList<>();
        for (Track track : tracks) {
            boolean inTurn = track.missed() <= PATIENCE || track.missed() % 3 == 0;
            if (inTurn && inside(track.next(), width, height)) {
                looks.add(new Look(track.next(), track.key, 1));
            }
        }
        for (FoundPerson found : candidates.next(MOST - tracks.size())) {
            if (inside(found.box(), width, height)) {
                looks.add(new Look(found.box(), 0, found.score()));
            }
        }
        return looks;
    }

    /// What the pose network saw.
    ///
    /// @param looks as [#looks] gave them for this frame
    /// @param poses in their order
    /// @return those who are confirmed and seen in this frame, by identity
    public List<TrackedPerson> saw(List<Look> looks, List<Pose> poses) {
        List<Seen> seen = seen(looks, poses);
        double[][] alike = new double[tracks.size()][seen.size()];
        for (int t = 0; t < tracks.size(); t++) {
            for (int s = 0; s < seen.size(); s++) alike[t][s] = alike(tracks.get(t), seen.get(s));
        }
        int[] assigned = Assignment.best(alike, LEAST);
        List<TrackedPerson> known = new ArrayList<>();
        List<Seen> strangers = new ArrayList<>(seen);
        for (int t = 0; t < assigned.length; t++) {
            Track track = tracks.get(t);
            if (assigned[t] == Assignment.NOBODY) {
                track.miss();
                continue;
            }
            Seen by = seen.get(assigned[t]);
            strangers.remove(by);
            track.saw(by.pose);
            if (track.identity() == 0 && track.sightings() >= SIGHTINGS) {
                track.confirm(++identities);
            }
            if (track.identity() != 0) {
                known.add(new TrackedPerson(track.identity(), by.index, by.pose));
            }
        }
        tracks.removeIf(track -> track.missed() > (track.identity() == 0 ? SECOND_CHANCE : KEPT));
        strangers.forEach(this::meet);
        known.sort(Comparator.comparingInt(TrackedPerson::identity));
        return known;
    }

    /// Whether somebody is out of sight, or nobody is followed: a finder would be welcome.
    public boolean searching() {
        return tracks.isEmpty() || tracks.stream().anyMatch(track -> track.missed() > 0);
    }

    /// Somebody seen in a frame.
    ///
    /// @param index  of the look
    /// @param places the tracks in whose places they were seen, 0 for the finder's
    private record Seen(int index, Look look, Pose pose, double joints, Set<Integer> places) {}

    private List<Seen> seen(List<Look> looks, List<Pose> poses) {
        List<Seen> all = new ArrayList<>();
        for (int i = 0; i < poses.size(); i++) {
            Look look = looks.get(i);
            Pose pose = poses.get(i);
            Set<Integer> places = new HashSet<>(Set.of(look.track()));
            Seen seen = new Seen(i, look, pose, SecondLook.surest(pose), places);
            if (there(seen)) all.add(seen);
            else if (look.track() == 0) candidates.refuse(look.box(), look.score());
        }
        // Who is followed in a place sees it as before; a stranger's box may be the coarser one.
        all.sort(
                Comparator.comparing((Seen each) -> each.look.track() == 0)
                        .thenComparing(Comparator.comparingDouble(Seen::joints).reversed()));
        List<Seen> distinct = new ArrayList<>();
        for (Seen each : all) {
            Optional<Seen> same =
                    distinct.stream().filter(s -> likeness.sameBody(s.pose, each.pose)).findFirst();
            same.ifPresentOrElse(s -> s.places.addAll(each.places), () -> distinct.add(each));
        }
        return distinct;
    }

    private boolean there(Seen seen) {
        if (!Boxes.finite(seen.pose.box())) return false;
        if (seen.look.track() == 0) {
            return SecondLook.sureness(seen.look.score(), seen.pose) >= SecondLook.SURE;
        }
        boolean inSight =
                tracks.stream().anyMatch(t -> t.key == seen.look.track() && t.missed() == 0);
        return seen.joints >= (inSight ? FOLLOWED : BACK);
    }

    private double alike(Track track, Seen seen) {
        Pose expected = track.expected();
        double joints = likeness.of(expected, seen.pose, 1 + LATITUDE * track.missed());
        double boxes = Likeness.overlap(expected.box(), Boxes.of(seen.pose, Track.SURE));
        double alike = (joints + boxes) / 2;
        if (seen.places.contains(track.key)) alike += OWN_PLACE;
        if (alike < LEAST) return 0;
        return track.missed() == 0 ? alike + IN_SIGHT : alike;
    }

    /// Somebody new, unless it is only another's place where somebody else is seen by now.
    private void meet(Seen stranger) {
        if (!stranger.places.contains(0) || tracks.size() >= MOST) return;
        tracks.add(new Track(++keys, stranger.pose));
    }

    private static boolean inside(BoundingBox box, int width, int height) {
        return box.clippedTo(width, height).area() > box.area() / 4;
    }
}
