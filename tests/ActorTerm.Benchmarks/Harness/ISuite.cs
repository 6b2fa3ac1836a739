namespace ActorTerm.Benchmarks.Harness;

/// <summary>Benchmarks that belong together, run by <c>./build.sh bench NAME</c>.</summary>
internal interface ISuite
{
    /// <summary>One lower-case word, as it is typed.</summary>
    string Name { get; }

    /// <summary>What is compared with what, in a sentence or two; stands above the table.</summary>
    string About { get; }

    /// <summary>
    /// Asked for one by one, each measured before the next is made: an iterator may set up before a <c>yield return</c> and take down
    /// after it, with <c>using</c> as well.
    /// </summary>
    IEnumerable<Row> Rows();
}
