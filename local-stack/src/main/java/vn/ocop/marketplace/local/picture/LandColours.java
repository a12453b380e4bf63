package vn.ocop.marketplace.local.picture;

/** Everything a landscape is painted with. */
record LandColours(
        String sky, String sun, String far, String middle, String near, String water, String dark, String light) {

    static final LandColours LEAF =
            new LandColours("#F3EBD3", "#F2C879", "#BFD3BC", "#8FB795", "#5E9270", "#A9CDCB", "#2B5B43", "#FFF9EA");
    static final LandColours DAWN =
            new LandColours("#FBE6CF", "#EE9F62", "#D9C3B4", "#A8B48F", "#6E9268", "#B9CFCB", "#3A5540", "#FFF7E4");
    static final LandColours RIVER =
            new LandColours("#E6EEF0", "#F6D68F", "#B7CCD4", "#8BB0B0", "#5B8D82", "#9CC4D2", "#24505A", "#FFFBF0");
    static final LandColours GOLD =
            new LandColours("#FCEFC9", "#F0B54A", "#DCD3A6", "#B7BC7A", "#7F9A55", "#BBD2C2", "#46602F", "#FFFAEA");

    LandColours towards(String colour, double share) {
        return new LandColours(
                Paint.mix(sky, colour, share),
                Paint.mix(sun, colour, share * 0.6),
                Paint.mix(far, colour, share),
                Paint.mix(middle, colour, share),
                Paint.mix(near, colour, share),
                Paint.mix(water, colour, share),
                Paint.mix(dark, colour, share * 0.8),
                Paint.mix(light, colour, share * 0.5));
    }
}
