/// Content sealed for whoever has the key of a link (JOSE).
@Adapter(value = "encrypts for the holder of a link", knows = "org.jose4j")
@org.jspecify.annotations.NullMarked
package hoso.healthrecord.sharing.jose;

import hoso.chassis.layer.Adapter;
