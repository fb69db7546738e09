import { useEffect, useState } from 'react';
import { type Course, courseSchema } from '../../lessons/course.ts';

/** The course, once it has been read. */
export function useCourse(): Course | undefined {
  const [course, setCourse] = useState<Course>();
  useEffect(() => {
    let alive = true;
    void import('../../../presets/course.json').then(({ default: data }) => {
      if (alive) setCourse(courseSchema.parse(data));
    });
    return () => {
      alive = false;
    };
  }, []);
  return course;
}
