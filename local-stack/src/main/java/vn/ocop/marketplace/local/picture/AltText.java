package vn.ocop.marketplace.local.picture;

/** Says what is seen, for those who do not see it. */
record AltText(String vi, String en) {

    static AltText of(PictureRequest request, Subject subject) {
        Province.Sight sight = Province.of(request.provinceCode()).sightFor(request);
        String title = request.title();
        return switch (request.view()) {
            case 0 ->
                new AltText(
                        "Tranh vẽ %s: %s.".formatted(title, subject.wordsVi()),
                        "Drawing of %s: %s.".formatted(title, subject.wordsEn()));
            case 1 ->
                new AltText(
                        "Tranh vẽ cận cảnh %s: %s nhìn từ trên xuống.".formatted(title, subject.wordsVi()),
                        "Close drawing of %s: %s seen from above.".formatted(title, subject.wordsEn()));
            default ->
                new AltText(
                        "Tranh vẽ %s trước khung cảnh %s: %s.".formatted(title, request.provinceName(), sight.vi()),
                        "Drawing of %s in front of %s: %s.".formatted(title, request.provinceName(), sight.en()));
        };
    }
}
