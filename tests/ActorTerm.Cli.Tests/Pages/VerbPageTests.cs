using System.CommandLine;
using ActorTerm.Cli.Tests.Rig;

namespace ActorTerm.Cli.Tests.Pages;

/// <summary>docs/cli.md and the command line tell of the same verbs and options.</summary>
public class VerbPageTests
{
    public static TheoryData<string> Verbs => [.. VerbTree.All().Select(verb => verb.Path)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_and_all_its_options_stand_on_the_page(string verb)
    {
        var told = VerbPage.WordsAbout(verb.Split(' ')[0]);

        var written = verb.Split(' ').Concat(Find(verb).Options.SelectMany(option => option.Aliases.Prepend(option.Name)));

        Assert.Empty(written.Except(told));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void What_the_page_promises_can_be_written(string verb)
    {
        var top = verb.Split(' ')[0];
        var options = VerbTree.All().Where(one => one.Path.Split(' ')[0] == top).SelectMany(one => one.Command.Options).SelectMany(option => option.Aliases.Prepend(option.Name));

        Assert.Empty(VerbPage.OptionsOf(top).Except(options));
    }

    private static Command Find(string verb) => VerbTree.All().Single(one => one.Path == verb).Command;
}
