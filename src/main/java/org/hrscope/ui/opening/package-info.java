/// The ways to a source or a network: menus, files, checkpoints that become networks.
@NullMarked
package org.hrscope.ui.opening;

import org.jspecify.annotations.NullMarked;
