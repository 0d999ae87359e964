package org.hrscope.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The network's tensors in what a checkpoint holds, called by the official code's names.
///
/// A file may hold several networks: the trained one, its average, its teacher. The trained one is taken, whatever else
/// there is; where none is called so, the only one; else the person must choose.
///
/// @param place   where in the file they were: keys with dots, the names' prefix last; empty where there is only one
///                network
/// @param tensors in the order of the file
record StateDict(String place, Map<String, TensorRef> tensors) {
    /// Where training programs put the trained network: the official one and MMPose, others. The first goes first.
    private static final List<String> TRAINED =
            List.of("state_dict", "model_state_dict", "model_state", "model", "net", "network");

    private static final List<String> AVERAGED = List.of("ema", "swa", "avg", "averag", "shadow");

    /// One network in the file.
    private record Candidate(TensorDict dict, String prefix) {
        String place() {
            String place = dict.place().isEmpty() || prefix.isEmpty() ? "" : ".";
            place = dict.place() + place + prefix;
            return place.endsWith(".") ? place.substring(0, place.length() - 1) : place;
        }

        /// How likely it is the one that is meant: the least is.
        int rank() {
            List<String> keys = Arrays.asList(place().toLowerCase(Locale.ROOT).split("\\.", 99));
            if (keys.stream().anyMatch(k -> AVERAGED.stream().anyMatch(k::contains))) return 99;
            int best = place().isEmpty() ? TRAINED.size() : TRAINED.size() + 1;
            for (String key : keys) {
                if (TRAINED.contains(key)) best = Math.min(best, TRAINED.indexOf(key));
            }
            return best;
        }
    }

    /// @throws BrokenCheckpoint where there are no tensors, or two networks and neither goes before the other
    static StateDict of(Object root) {
        List<TensorDict> dicts = TensorDicts.in(root);
        List<Candidate> networks = new ArrayList<>();
        for (TensorDict dict : dicts) {
            NetworkNames.bodies(dict.tensors()).forEach(p -> networks.add(new Candidate(dict, p)));
        }
        if (networks.isEmpty()) return other(dicts);
        networks.sort(Comparator.comparingInt(Candidate::rank));
        Candidate best = networks.getFirst();
        if (networks.size() > 1 && networks.get(1).rank() == best.rank()) {
            List<String> names = networks.stream().map(Candidate::place).limit(5).toList();
            throw new BrokenCheckpoint("checkpoint.several", String.join(", ", names));
        }
        String place = networks.size() > 1 ? best.place() : "";
        return new StateDict(place, NetworkNames.of(best.dict.tensors(), best.prefix));
    }

    static Map<String, TensorRef> find(Object root) {
        return of(root).tensors();
    }

    /// No HRNet is in it: that dict which says most about what there is.
    private static StateDict other(List<TensorDict> dicts) {
        TensorDict largest =
                dicts.stream()
                        .max(Comparator.comparingInt(dict -> dict.tensors().size()))
                        .orElseThrow(() -> new BrokenCheckpoint("checkpoint.no-tensors"));
        return new StateDict("", NetworkNames.of(largest.tensors()));
    }

    static String officialName(String name) {
        return NetworkNames.officialName(name);
    }
}
