using RruffGeo.Presentation.Claims;

namespace RruffGeo.Presentation.Tests;

/// <summary>Every expectation is worked by hand from the paper's printed numbers.</summary>
public sealed class ArithmeticClaimsTests
{
    private static CheckedClaim Claim(string id) => ArithmeticClaims.Check().Single(c => c.Id == id);

    // 32,214 / 32,940 = 0.977959…; 726 / 32,940 = 0.022040…; 32,892 / 32,940 = 0.998542…; 48 / 32,940 = 0.001457….
    [Theory]
    [InlineData("C02", "97.80 %")]
    [InlineData("C03", "2.20 %")]
    [InlineData("C04", "99.85 %")]
    [InlineData("C05", "0.15 %")]
    public void The_shares_of_section_3_are_those_of_its_counts(string id, string share)
    {
        Assert.Equal(share, Claim(id).Recomputed);
        Assert.Equal(Verdict.Reproduced, Claim(id).Verdict);
    }

    // 726 synthetic samples, 48 samples without coordinates: 726 − 48 = 678.
    [Fact]
    public void At_least_678_synthetic_samples_must_have_coordinates() => Assert.Contains("at least 678 must have coordinates", Claim("C04").Evidence);

    // 9,656 / 32,940 = 0.29314; / 32,892 = 0.29357; / 32,214 = 0.29974. None is 30.96 %. 9,656 / 0.3096 = 31,188.6.
    [Fact]
    public void The_share_of_the_USA_is_of_no_total_that_the_text_names()
    {
        Assert.Equal("29.31 % of 32,940, 29.36 % of 32,892, 29.97 % of 32,214", Claim("C08").Recomputed);
        Assert.Contains("about 31,189", Claim("C08").Evidence);
        Assert.Equal(Verdict.Contradicted, Claim("C08").Verdict);
    }

    // 9,656 + 2,758 + 1,514 + 1,390 = 15,318 and so on to 25,928; 31,188 − 25,928 = 5,260 rows for 101 − 20 = 81 countries, 64.94 each.
    [Fact]
    public void Table_1_has_one_denominator_and_the_paper_does_not_print_it()
    {
        Assert.Equal(25_928, PrintedPaper.CumulativeSamples[^1]);
        var claim = Claim("C28");
        Assert.Contains("only of N = 31,188", claim.Evidence);
        Assert.Contains("5,260 rows, 64.9 a country, are left for the other 81", claim.Evidence);
        Assert.Equal(Verdict.ReproducedUnderReading, claim.Verdict);
    }

    // Cumulative 49.12 % at rank 4, 52.97 % at rank 5; 15,318 / 32,940 = 46.50 %.
    [Fact]
    public void Four_countries_do_not_hold_half_of_the_samples()
    {
        var claim = Claim("C30");
        Assert.Equal("49.12 %", claim.Recomputed);
        Assert.Contains("with 5 countries (52.97 %)", claim.Evidence);
        Assert.Contains("46.50 % of 32,940", claim.Evidence);
        Assert.Equal(Verdict.Contradicted, claim.Verdict);
    }

    [Fact]
    public void The_other_significant_countries_hold_ranks_2_to_5() => Assert.Equal((Verdict.Reproduced, "ranks 2, 3, 4, 5"), (Claim("C29").Verdict, Claim("C29").Recomputed));

    // 380 + 256 + 244 + 194 + 188 + 186 + 182 + 172 + 172 + 166 = 2,140; 162 + 162 + 156 + 150 + 146 + 140 + 140 + 134 + 132 + 132 = 1,454.
    [Fact]
    public void Table_2_is_in_order_and_sums_to_3594()
    {
        Assert.All(Enumerable.Range(31, 20), id => Assert.Equal(Verdict.ReproducedUnderReading, Claim($"C{id}").Verdict));
        Assert.Contains("sum to 3,594", Claim("C31").Evidence);
        Assert.Contains("tied with Pyrope", Claim("C38").Evidence);
    }

    [Theory]
    [InlineData("C51")]
    [InlineData("C52")]
    public void Text_and_caption_disagree_on_the_number_of_bars(string id) => Assert.Equal(Verdict.Contradicted, Claim(id).Verdict);

    // 32,892 − 31,188 = 1,704.
    [Fact]
    public void The_rows_after_preprocessing_are_not_those_of_Table_1()
    {
        Assert.Contains("1,704 fewer", Claim("C53").Evidence);
        Assert.Equal(Verdict.Contradicted, Claim("C53").Verdict);
    }

    [Fact]
    public void The_filter_of_two_samples_removed_nothing() => Assert.Equal((Verdict.ReproducedUnderReading, "32,892 before, 32,892 after"), (Claim("C54").Verdict, Claim("C54").Recomputed));

    // 9,656 + 2,758 + 836 + 20,742 = 33,992, 1,100 more than 32,892; 32,892 − 13,250 = 19,642.
    [Theory]
    [InlineData("C55", "29.36 % of 32,892, 28.41 % of 33,992")]
    [InlineData("C56", "8.39 % of 32,892, 8.11 % of 33,992")]
    [InlineData("C57", "2.54 % of 32,892, 2.46 % of 33,992")]
    [InlineData("C58", "63.06 % of 32,892, 61.02 % of 33,992")]
    public void No_row_of_Table_3_fits_its_percentage(string id, string shares)
    {
        Assert.Equal(shares, Claim(id).Recomputed);
        Assert.Contains("sum to 33,992, 1,100 more than the 32,892", Claim(id).Evidence);
        Assert.Contains("percentages sum to 100 %", Claim(id).Evidence);
        Assert.Equal(Verdict.Contradicted, Claim(id).Verdict);
    }

    [Fact]
    public void The_third_country_of_Table_3_is_eighth_in_Table_1_and_19642_others_would_fit()
    {
        Assert.Contains("rank 8 of Table 1", Claim("C57").Evidence);
        Assert.Contains("19,642 others would fit", Claim("C58").Evidence);
    }

    // 32,940 = 5 × 6,588; 32,892 = 2 × 6,579 + 3 × 6,578; 32,214 = 4 × 6,443 + 6,442; 31,188 = 3 × 6,238 + 2 × 6,237.
    [Fact]
    public void Only_the_unfiltered_total_can_be_cut_into_five_equal_folds()
    {
        Assert.Equal(
            "32,940 = 5 × 6,588; 32,892 = 2 × 6,579 + 3 × 6,578; 32,214 = 4 × 6,443 + 1 × 6,442; 31,188 = 3 × 6,238 + 2 × 6,237", Claim("C61").Recomputed);
        Assert.Equal(Verdict.ReproducedUnderReading, Claim("C61").Verdict);
    }

    [Fact]
    public void Eighty_twenty_is_one_of_five_folds() => Assert.Equal("80-20 in each of 5 iterations", Claim("C62").Recomputed);

    // 32 → 64 → 128 → 256.
    [Fact]
    public void Three_changes_of_width_need_layers_that_no_equation_has() =>
        Assert.Equal(("3 changes of width, 0 layers for them", Verdict.Contradicted), (Claim("C71").Recomputed, Claim("C71").Verdict));

    [Fact]
    public void The_stem_has_the_smallest_kernel() => Assert.Equal(Verdict.Contradicted, Claim("C69").Verdict);

    // 2^45 = 35,184,372,088,832.
    [Fact]
    public void All_45_printed_counts_are_even()
    {
        Assert.Equal("45 even, 0 odd", Claim("X01").Recomputed);
        Assert.Contains("1 in 35 million million", Claim("X01").Evidence);
    }

    [Theory]
    [InlineData(1, 3, 3333, true)]
    [InlineData(1, 3, 3334, false)]
    [InlineData(1, 8, 1250, true)]
    [InlineData(1, 800, 12, true)]
    [InlineData(1, 800, 13, true)]
    public void A_share_rounds_to_the_printed_hundredths(long part, long whole, long hundredths, bool rounded) =>
        Assert.Equal(rounded, PrintedShares.IsRounded(part, whole, hundredths));

    // 1/3 and 2/3 at two decimals: 33.33 and 66.67; 1/4 would be 25.00.
    [Fact]
    public void Denominators_are_found_by_search() => Assert.Equal([3], PrintedShares.Denominators([1, 2], [3333, 6667]).AsSpan().ToArray());

    [Fact]
    public void Every_claim_that_the_paper_alone_decides_is_checked_once()
    {
        var ids = ArithmeticClaims.Check().Select(c => c.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        string[] needData = ["C01", "C06", "C59", "C64", "C65", "C66", "C67", "C70", "C73", "C79", "C80", "C81", "C82", "C85"];
        Assert.Equal(Enumerable.Range(1, 86).Select(i => $"C{i:00}").Except(needData).Append("X01"), ids);
    }
}
