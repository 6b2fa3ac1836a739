namespace ActorTerm.Journeys.Rig;

/// <summary>A journey that runs programs as another user, which only root may do.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess) Skip = "needs root, to run a host as another user";
    }
}
