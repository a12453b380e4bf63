call listing.fill_search_rows(2000);
