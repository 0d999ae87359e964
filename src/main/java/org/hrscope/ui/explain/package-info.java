/// The Explain tab: what the selected node does, why, and its arithmetic with this network's numbers. Texts are in
/// `text/explain` and `code`.
@NullMarked
package org.hrscope.ui.explain;

import org.jspecify.annotations.NullMarked;
